-- A key is looked up by a digest: 48 bits of SHA-256 over engagement, kind and value, as lookupsOf
-- makes it.
ALTER TABLE "asset_keys" DROP CONSTRAINT "asset_keys_place";
--> statement-breakpoint
ALTER TABLE "asset_keys" DROP CONSTRAINT "asset_keys_engagement_id_kind_value_asset_id_pk";
--> statement-breakpoint
ALTER TABLE "asset_keys" ADD COLUMN "digest" bigint;
--> statement-breakpoint
UPDATE asset_keys SET digest = ('x' || left(encode(sha256(convert_to(
  engagement_id || ' ' || kind || ' ' || value, 'UTF8')), 'hex'), 12))::bit(48)::bigint;
--> statement-breakpoint
ALTER TABLE "asset_keys" DROP COLUMN "kind";
--> statement-breakpoint
ALTER TABLE "asset_keys" DROP COLUMN "value";
--> statement-breakpoint
-- Two keys of one asset may share a digest.
DELETE FROM asset_keys AS one USING asset_keys AS other
  WHERE one.digest = other.digest AND one.asset_id = other.asset_id AND one.ctid > other.ctid;
--> statement-breakpoint
ALTER TABLE "asset_keys" ALTER COLUMN "digest" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "asset_keys" ADD CONSTRAINT "asset_keys_digest_asset_id_pk" PRIMARY KEY("digest","asset_id");
--> statement-breakpoint
ALTER TABLE "asset_sources" ALTER COLUMN "values" SET DATA TYPE json;
--> statement-breakpoint
ALTER TABLE "raw_rows" ALTER COLUMN "cells" SET DATA TYPE json USING array_to_json("cells");
--> statement-breakpoint
ALTER TABLE "data_imports" ADD CONSTRAINT "data_imports_place" UNIQUE("id","engagement_id","client_account_id");
--> statement-breakpoint
ALTER TABLE "raw_rows" DROP CONSTRAINT "raw_rows_data_import_id_data_imports_id_fk";
--> statement-breakpoint
ALTER TABLE "raw_rows" DROP CONSTRAINT "raw_rows_engagement";
--> statement-breakpoint
ALTER TABLE "raw_rows" ADD CONSTRAINT "raw_rows_place" FOREIGN KEY ("data_import_id","engagement_id","client_account_id") REFERENCES "public"."data_imports"("id","engagement_id","client_account_id") ON DELETE cascade ON UPDATE no action;
