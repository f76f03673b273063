CREATE TABLE "visit_attachments" (
	"county_code" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"device_id" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"skew_ms" bigint NOT NULL,
	"place" jsonb,
	"said_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"file_id" uuid,
	"stored_sha256" text,
	"is_late" boolean NOT NULL,
	CONSTRAINT "visit_attachments_county_code_visit_id_sha256_pk" PRIMARY KEY("county_code","visit_id","sha256"),
	CONSTRAINT "visit_attachment_in_its_county" CHECK ("visit_attachments"."county_code" = rpad(left("visit_attachments"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "visit_devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"revoke_reason" text DEFAULT '' NOT NULL,
	"wiped_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "visit_entries" (
	"county_code" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"device_id" text NOT NULL,
	"seq" integer NOT NULL,
	"path" text NOT NULL,
	"value" jsonb NOT NULL,
	"base_revision" integer NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"server_at" timestamp with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"is_late" boolean NOT NULL,
	CONSTRAINT "visit_entries_county_code_visit_id_device_id_seq_pk" PRIMARY KEY("county_code","visit_id","device_id","seq"),
	CONSTRAINT "visit_entry_in_its_county" CHECK ("visit_entries"."county_code" = rpad(left("visit_entries"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "visit_experts" (
	"visit_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"expert_id" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "visit_experts_visit_id_slot_pk" PRIMARY KEY("visit_id","slot"),
	CONSTRAINT "an_expert_once_per_visit" UNIQUE("visit_id","expert_id")
);
--> statement-breakpoint
CREATE TABLE "visit_fields" (
	"county_code" integer NOT NULL,
	"visit_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"path" text NOT NULL,
	"revision" integer NOT NULL,
	"versions" jsonb NOT NULL,
	CONSTRAINT "visit_fields_county_code_visit_id_path_pk" PRIMARY KEY("county_code","visit_id","path"),
	CONSTRAINT "visit_field_in_its_county" CHECK ("visit_fields"."county_code" = rpad(left("visit_fields"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "visit_samples" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"seed" text NOT NULL,
	"content" jsonb NOT NULL,
	"drawn_by" text NOT NULL,
	"drawn_by_name" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_takings" (
	"visit_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone,
	"remaining" integer DEFAULT 0 NOT NULL,
	"skew_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "visit_takings_visit_id_device_id_pk" PRIMARY KEY("visit_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"edition_id" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"notice" text NOT NULL,
	"reason" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"agenda" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sample_id" uuid,
	"leg" smallint DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"planned_by" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"content_hash" text,
	"score" integer,
	"ended_at" timestamp with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "visits_number_unique" UNIQUE("number"),
	CONSTRAINT "a_visit_ends_after_it_begins" CHECK ("visits"."to_on" >= "visits"."from_on")
);
--> statement-breakpoint
ALTER TABLE "visit_devices" ADD CONSTRAINT "visit_devices_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_experts" ADD CONSTRAINT "visit_experts_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_experts" ADD CONSTRAINT "visit_experts_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_takings" ADD CONSTRAINT "visit_takings_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_takings" ADD CONSTRAINT "visit_takings_device_id_visit_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."visit_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_sample_id_visit_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."visit_samples"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_devices_by_owner" ON "visit_devices" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "visit_experts_by_expert" ON "visit_experts" USING btree ("expert_id");--> statement-breakpoint
CREATE INDEX "visits_by_region" ON "visits" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "visits_by_state" ON "visits" USING btree ("state","from_on");