ALTER TABLE "assets" ADD CONSTRAINT "assets_place" UNIQUE("id","engagement_id","client_account_id");
--> statement-breakpoint
ALTER TABLE "asset_keys" DROP CONSTRAINT "asset_keys_asset_id_assets_id_fk";
--> statement-breakpoint
ALTER TABLE "asset_keys" DROP CONSTRAINT "asset_keys_engagement";
--> statement-breakpoint
ALTER TABLE "asset_sources" DROP CONSTRAINT "asset_sources_asset_id_assets_id_fk";
--> statement-breakpoint
ALTER TABLE "asset_sources" DROP CONSTRAINT "asset_sources_engagement";
--> statement-breakpoint
ALTER TABLE "asset_keys" ADD CONSTRAINT "asset_keys_place" FOREIGN KEY ("asset_id","engagement_id","client_account_id") REFERENCES "public"."assets"("id","engagement_id","client_account_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_place" FOREIGN KEY ("asset_id","engagement_id","client_account_id") REFERENCES "public"."assets"("id","engagement_id","client_account_id") ON DELETE cascade ON UPDATE no action;
