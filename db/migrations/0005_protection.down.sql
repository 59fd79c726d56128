DROP INDEX "audit_log_action";
--> statement-breakpoint
DROP INDEX "audit_log_actor";
--> statement-breakpoint
DROP TABLE "rate_limits";
--> statement-breakpoint
DROP TABLE "ended_sessions";
--> statement-breakpoint
DROP FUNCTION announce_ended_sessions_insert, announce_ended_sessions_update, announce_ended_sessions_delete;
