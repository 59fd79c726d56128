-- Loses what decisions replaced, so those that were made before cannot be undone.
ALTER TABLE "field_mappings" DROP COLUMN "replaced";
