ALTER TABLE "asset_keys" DROP CONSTRAINT "asset_keys_place";
--> statement-breakpoint
ALTER TABLE "asset_sources" DROP CONSTRAINT "asset_sources_place";
--> statement-breakpoint
ALTER TABLE "assets" DROP CONSTRAINT "assets_place";
--> statement-breakpoint
ALTER TABLE "asset_keys" ADD CONSTRAINT "asset_keys_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "asset_keys" ADD CONSTRAINT "asset_keys_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;
