-- Loses all saved views.
DROP TABLE "saved_views";
--> statement-breakpoint
DROP FUNCTION announce_saved_views_insert, announce_saved_views_update, announce_saved_views_delete;
