-- Loses all keys, since a digest does not tell its words: imports that follow find by them only
-- what was imported after this. Made anew, so that the columns stand in their old order.
DROP TABLE "asset_keys";
--> statement-breakpoint
CREATE TABLE "asset_keys" (
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"asset_id" uuid NOT NULL,
	CONSTRAINT "asset_keys_engagement_id_kind_value_asset_id_pk" PRIMARY KEY("engagement_id","kind","value","asset_id"),
	CONSTRAINT "asset_keys_place" FOREIGN KEY ("asset_id","engagement_id","client_account_id") REFERENCES "public"."assets"("id","engagement_id","client_account_id") ON DELETE cascade ON UPDATE no action
);
--> statement-breakpoint
CREATE INDEX "asset_keys_asset" ON "asset_keys" USING btree ("asset_id");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON asset_keys TO portolan_app;
--> statement-breakpoint
ALTER TABLE "asset_keys" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "asset_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON asset_keys TO portolan_app
  USING (client_account_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
  WITH CHECK (client_account_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE "asset_sources" ALTER COLUMN "values" SET DATA TYPE jsonb USING "values"::jsonb;
--> statement-breakpoint
-- No subquery may stand in USING.
CREATE FUNCTION pg_temp.texts_of(cells json) RETURNS text[] LANGUAGE sql AS
  'SELECT coalesce(array_agg(cell ORDER BY place), ARRAY[]::text[]) FROM json_array_elements_text(cells) WITH ORDINALITY AS c (cell, place)';
--> statement-breakpoint
ALTER TABLE "raw_rows" ALTER COLUMN "cells" SET DATA TYPE text[] USING pg_temp.texts_of("cells");
--> statement-breakpoint
DROP FUNCTION pg_temp.texts_of(json);
--> statement-breakpoint
ALTER TABLE "raw_rows" DROP CONSTRAINT "raw_rows_place";
--> statement-breakpoint
ALTER TABLE "data_imports" DROP CONSTRAINT "data_imports_place";
--> statement-breakpoint
ALTER TABLE "raw_rows" ADD CONSTRAINT "raw_rows_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "raw_rows" ADD CONSTRAINT "raw_rows_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;
