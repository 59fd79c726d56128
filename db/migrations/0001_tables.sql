CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_account_id" uuid,
	"engagement_id" uuid,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "discovery_flows" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"master_flow_id" uuid NOT NULL,
	"data_import_id" uuid NOT NULL,
	"phase" text DEFAULT 'data_import' NOT NULL,
	"status" text DEFAULT 'waiting_for_upload' NOT NULL,
	"progress_done" integer DEFAULT 0 NOT NULL,
	"progress_total" integer DEFAULT 0 NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"failure" jsonb,
	"created_by" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "discovery_flows_master_flow_id_unique" UNIQUE("master_flow_id"),
	CONSTRAINT "discovery_flows_data_import_id_unique" UNIQUE("data_import_id"),
	CONSTRAINT "discovery_flows_status" CHECK ("discovery_flows"."status" in ('waiting_for_upload', 'running', 'waiting_for_approval', 'paused', 'failed', 'cancelled', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "flow_phase_history" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"flow_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"detail" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_phases" (
	"flow_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"cursor" jsonb,
	"result" jsonb,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "flow_phases_flow_id_phase_pk" PRIMARY KEY("flow_id","phase"),
	CONSTRAINT "flow_phases_status" CHECK ("flow_phases"."status" in ('pending', 'running', 'waiting', 'completed', 'failed', 'cancelled', 'not_available'))
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"flow_id" uuid NOT NULL,
	"acting_user_id" uuid NOT NULL,
	"status" text DEFAULT 'idle' NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_token" uuid,
	"lease_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jobs_flow" UNIQUE("flow_id"),
	CONSTRAINT "jobs_status" CHECK ("jobs"."status" in ('ready', 'idle'))
);
--> statement-breakpoint
CREATE TABLE "master_flows" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text DEFAULT 'discovery' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "master_flows_kind" CHECK ("master_flows"."kind" in ('discovery'))
);
--> statement-breakpoint
CREATE TABLE "data_imports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"part_size" integer NOT NULL,
	"part_count" integer NOT NULL,
	"status" text DEFAULT 'uploading' NOT NULL,
	"dialect" jsonb,
	"decoder_state" jsonb,
	"parts_parsed" integer DEFAULT 0 NOT NULL,
	"headers" text[],
	"format_id" text,
	"grain" text,
	"asset_type" text,
	"row_count" integer DEFAULT 0 NOT NULL,
	"created_count" integer DEFAULT 0 NOT NULL,
	"merged_count" integer DEFAULT 0 NOT NULL,
	"unchanged_count" integer DEFAULT 0 NOT NULL,
	"rejected_count" integer DEFAULT 0 NOT NULL,
	"raw_rows_kept_until" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "data_imports_status" CHECK ("data_imports"."status" in ('uploading', 'received', 'parsed', 'completed', 'failed', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "raw_rows" (
	"data_import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"line_number" integer NOT NULL,
	"cells" text[] NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"asset_id" uuid,
	"problems" jsonb,
	CONSTRAINT "raw_rows_data_import_id_row_number_pk" PRIMARY KEY("data_import_id","row_number"),
	CONSTRAINT "raw_rows_outcome" CHECK ("raw_rows"."outcome" in ('pending', 'created', 'merged', 'unchanged', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "upload_parts" (
	"data_import_id" uuid NOT NULL,
	"part_number" integer NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_parts_data_import_id_part_number_pk" PRIMARY KEY("data_import_id","part_number")
);
--> statement-breakpoint
CREATE TABLE "asset_disks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"label" text NOT NULL,
	"label_key" text NOT NULL,
	"values" jsonb NOT NULL,
	"digest" text NOT NULL,
	"data_import_id" uuid,
	"row_number" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"size_gib" double precision,
	CONSTRAINT "asset_disks_label" UNIQUE("asset_id","label_key")
);
--> statement-breakpoint
CREATE TABLE "asset_issues" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"data_import_id" uuid,
	"row_number" integer,
	"asset_id" uuid,
	"rule" text NOT NULL,
	"attribute" text,
	"value" text,
	"proposed" text,
	"fixable" boolean NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"issue_key" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asset_issues_key" UNIQUE("engagement_id","issue_key"),
	CONSTRAINT "asset_issues_state" CHECK ("asset_issues"."state" in ('open', 'accepted', 'skipped', 'resolved'))
);
--> statement-breakpoint
CREATE TABLE "asset_keys" (
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"asset_id" uuid NOT NULL,
	CONSTRAINT "asset_keys_engagement_id_kind_value_asset_id_pk" PRIMARY KEY("engagement_id","kind","value","asset_id")
);
--> statement-breakpoint
CREATE TABLE "asset_network_cards" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"label" text NOT NULL,
	"label_key" text NOT NULL,
	"values" jsonb NOT NULL,
	"digest" text NOT NULL,
	"data_import_id" uuid,
	"row_number" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mac_address" text,
	"ip_addresses" text[],
	CONSTRAINT "asset_network_cards_label" UNIQUE("asset_id","label_key")
);
--> statement-breakpoint
CREATE TABLE "asset_partitions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"label" text NOT NULL,
	"label_key" text NOT NULL,
	"values" jsonb NOT NULL,
	"digest" text NOT NULL,
	"data_import_id" uuid,
	"row_number" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"capacity_gib" double precision,
	"free_gib" double precision,
	CONSTRAINT "asset_partitions_label" UNIQUE("asset_id","label_key")
);
--> statement-breakpoint
CREATE TABLE "asset_sources" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data_import_id" uuid,
	"row_number" integer,
	"source_key" text NOT NULL,
	"source_name" text NOT NULL,
	"values" jsonb NOT NULL,
	"digest" text NOT NULL,
	"matched_by" text,
	"weak" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asset_sources_kind" CHECK ("asset_sources"."kind" in ('import', 'correction'))
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"asset_type" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"environment" text,
	"os_family" text,
	"os_name" text,
	"power_state" text,
	"cpu_count" integer,
	"memory_mib" double precision,
	"disk_total_gib" double precision,
	"attributes" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"open_issue_count" integer DEFAULT 0 NOT NULL,
	"weakly_matched" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "field_mappings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"flow_id" uuid NOT NULL,
	"data_import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"header" text NOT NULL,
	"attribute" text,
	"confidence" real NOT NULL,
	"reasons" jsonb NOT NULL,
	"alternatives" jsonb NOT NULL,
	"samples" text[] NOT NULL,
	"source_unit" text,
	"target_unit" text,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "field_mappings_column" UNIQUE("data_import_id","position"),
	CONSTRAINT "field_mappings_state" CHECK ("field_mappings"."state" in ('auto_mapped', 'needs_review', 'approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "patterns" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid,
	"engagement_id" uuid,
	"pattern_type" text NOT NULL,
	"header" text NOT NULL,
	"attribute" text NOT NULL,
	"format_id" text,
	"evidence_count" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "patterns_lesson" UNIQUE NULLS NOT DISTINCT("client_account_id","engagement_id","pattern_type","header","attribute","format_id"),
	CONSTRAINT "patterns_type" CHECK ("patterns"."pattern_type" in ('header_approved', 'header_rejected')),
	CONSTRAINT "patterns_scope" CHECK ("patterns"."engagement_id" is null or "patterns"."client_account_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "client_accounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"raw_row_retention_days" integer DEFAULT 180 NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "client_accounts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engagements_slug" UNIQUE("client_account_id","slug"),
	CONSTRAINT "engagements_id_client" UNIQUE("id","client_account_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_user_engagement" UNIQUE("user_id","engagement_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('viewer', 'analyst', 'manager'))
);
--> statement-breakpoint
CREATE TABLE "user_defaults" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_requests_status" CHECK ("access_requests"."status" in ('pending', 'approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"token_digest" text NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "password_resets_token_digest_unique" UNIQUE("token_digest")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"is_admin" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_status" CHECK ("users"."status" in ('pending', 'active', 'disabled'))
);
--> statement-breakpoint
ALTER TABLE "discovery_flows" ADD CONSTRAINT "discovery_flows_master_flow_id_master_flows_id_fk" FOREIGN KEY ("master_flow_id") REFERENCES "public"."master_flows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discovery_flows" ADD CONSTRAINT "discovery_flows_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discovery_flows" ADD CONSTRAINT "discovery_flows_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discovery_flows" ADD CONSTRAINT "discovery_flows_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_phase_history" ADD CONSTRAINT "flow_phase_history_flow_id_discovery_flows_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."discovery_flows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_phase_history" ADD CONSTRAINT "flow_phase_history_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_phase_history" ADD CONSTRAINT "flow_phase_history_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_phases" ADD CONSTRAINT "flow_phases_flow_id_discovery_flows_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."discovery_flows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_phases" ADD CONSTRAINT "flow_phases_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_flow_id_discovery_flows_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."discovery_flows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "master_flows" ADD CONSTRAINT "master_flows_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "master_flows" ADD CONSTRAINT "master_flows_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_imports" ADD CONSTRAINT "data_imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_imports" ADD CONSTRAINT "data_imports_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raw_rows" ADD CONSTRAINT "raw_rows_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raw_rows" ADD CONSTRAINT "raw_rows_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_disks" ADD CONSTRAINT "asset_disks_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_disks" ADD CONSTRAINT "asset_disks_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_disks" ADD CONSTRAINT "asset_disks_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_issues" ADD CONSTRAINT "asset_issues_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_issues" ADD CONSTRAINT "asset_issues_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_issues" ADD CONSTRAINT "asset_issues_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_issues" ADD CONSTRAINT "asset_issues_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_keys" ADD CONSTRAINT "asset_keys_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_keys" ADD CONSTRAINT "asset_keys_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_network_cards" ADD CONSTRAINT "asset_network_cards_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_network_cards" ADD CONSTRAINT "asset_network_cards_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_network_cards" ADD CONSTRAINT "asset_network_cards_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_partitions" ADD CONSTRAINT "asset_partitions_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_partitions" ADD CONSTRAINT "asset_partitions_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_partitions" ADD CONSTRAINT "asset_partitions_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_sources" ADD CONSTRAINT "asset_sources_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_mappings" ADD CONSTRAINT "field_mappings_flow_id_discovery_flows_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."discovery_flows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_mappings" ADD CONSTRAINT "field_mappings_data_import_id_data_imports_id_fk" FOREIGN KEY ("data_import_id") REFERENCES "public"."data_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_mappings" ADD CONSTRAINT "field_mappings_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_mappings" ADD CONSTRAINT "field_mappings_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patterns" ADD CONSTRAINT "patterns_client_account_id_client_accounts_id_fk" FOREIGN KEY ("client_account_id") REFERENCES "public"."client_accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patterns" ADD CONSTRAINT "patterns_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_client_account_id_client_accounts_id_fk" FOREIGN KEY ("client_account_id") REFERENCES "public"."client_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_defaults" ADD CONSTRAINT "user_defaults_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_defaults" ADD CONSTRAINT "user_defaults_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_newest" ON "audit_log" USING btree ("client_account_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "discovery_flows_newest" ON "discovery_flows" USING btree ("engagement_id","created_at");--> statement-breakpoint
CREATE INDEX "flow_phase_history_flow" ON "flow_phase_history" USING btree ("flow_id","id");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at") WHERE "jobs"."status" = 'ready';--> statement-breakpoint
CREATE INDEX "data_imports_newest" ON "data_imports" USING btree ("engagement_id","created_at");--> statement-breakpoint
CREATE INDEX "raw_rows_rejected" ON "raw_rows" USING btree ("data_import_id","row_number") WHERE "raw_rows"."outcome" = 'rejected';--> statement-breakpoint
CREATE INDEX "asset_issues_rule" ON "asset_issues" USING btree ("engagement_id","state","rule","id");--> statement-breakpoint
CREATE INDEX "asset_issues_asset" ON "asset_issues" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "asset_issues_row" ON "asset_issues" USING btree ("data_import_id","row_number");--> statement-breakpoint
CREATE INDEX "asset_keys_asset" ON "asset_keys" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "asset_sources_asset" ON "asset_sources" USING btree ("asset_id","id");--> statement-breakpoint
CREATE INDEX "asset_sources_import" ON "asset_sources" USING btree ("data_import_id","row_number");--> statement-breakpoint
CREATE INDEX "assets_by_name" ON "assets" USING btree ("engagement_id","name_key","id");--> statement-breakpoint
CREATE INDEX "assets_by_type_name" ON "assets" USING btree ("engagement_id","asset_type","name_key","id");--> statement-breakpoint
CREATE INDEX "assets_by_cpu" ON "assets" USING btree ("engagement_id","cpu_count","id");--> statement-breakpoint
CREATE INDEX "assets_by_memory" ON "assets" USING btree ("engagement_id","memory_mib","id");--> statement-breakpoint
CREATE INDEX "assets_by_storage" ON "assets" USING btree ("engagement_id","disk_total_gib","id");--> statement-breakpoint
CREATE INDEX "field_mappings_flow" ON "field_mappings" USING btree ("flow_id","position");--> statement-breakpoint
CREATE INDEX "memberships_client" ON "memberships" USING btree ("client_account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_requests_one_pending" ON "access_requests" USING btree ("user_id") WHERE "access_requests"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");