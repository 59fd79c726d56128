CREATE TABLE "idempotency_keys" (
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"address" text NOT NULL,
	"key" text NOT NULL,
	"body_digest" text NOT NULL,
	"answer" json,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_client_account_id_user_id_address_key_pk" PRIMARY KEY("client_account_id","user_id","address","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_spent" ON "idempotency_keys" USING btree ("expires_at");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO portolan_app;
--> statement-breakpoint
-- Whoever removes what is spent reads nothing but how long it is kept.
GRANT SELECT (expires_at), DELETE ON idempotency_keys TO portolan_platform;
--> statement-breakpoint
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON idempotency_keys TO portolan_app
  USING (client_account_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
  WITH CHECK (client_account_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY spent ON idempotency_keys TO portolan_platform
  USING (expires_at < now()) WITH CHECK (false);
