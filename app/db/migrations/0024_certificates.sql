CREATE TABLE "award_levels" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"level" text NOT NULL,
	"effective_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_measures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"certificate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_level" text,
	"to_grade" text,
	"grounds" text NOT NULL,
	"is_interim" boolean DEFAULT false NOT NULL,
	"reply_due_on" date NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'notified' NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_by_name" text DEFAULT '' NOT NULL,
	"replied_at" timestamp with time zone,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_name" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "certificate_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"application_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"level" text NOT NULL,
	"grade" text,
	"content" jsonb NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"state" text DEFAULT 'valid' NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"state_reason" text DEFAULT '' NOT NULL,
	"replaces_id" uuid,
	"status_index" integer NOT NULL,
	"kid" text NOT NULL,
	"credential" jsonb NOT NULL,
	"credential_hash" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_by_name" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"renewal_asked_at" timestamp with time zone,
	"renewal_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "certificates_number_unique" UNIQUE("number"),
	CONSTRAINT "certificates_replaces_id_unique" UNIQUE("replaces_id"),
	CONSTRAINT "certificates_status_index_unique" UNIQUE("status_index")
);
--> statement-breakpoint
CREATE TABLE "measure_papers" (
	"measure_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "measure_papers_measure_id_file_id_pk" PRIMARY KEY("measure_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"controller" text NOT NULL,
	"kid" text NOT NULL,
	"public_key" text NOT NULL,
	"sealed_key" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "signing_keys_kid_unique" UNIQUE("kid")
);
--> statement-breakpoint
CREATE TABLE "status_lists" (
	"purpose" text NOT NULL,
	"number" integer NOT NULL,
	"credential" jsonb NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_lists_purpose_number_pk" PRIMARY KEY("purpose","number")
);
--> statement-breakpoint
ALTER TABLE "certificate_measures" ADD CONSTRAINT "certificate_measures_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_replaces_id_certificates_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_papers" ADD CONSTRAINT "measure_papers_measure_id_certificate_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."certificate_measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_papers" ADD CONSTRAINT "measure_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_levels_in_time" ON "award_levels" USING btree ("level","effective_from","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_measure_open" ON "certificate_measures" USING btree ("certificate_id") WHERE state <> 'decided';--> statement-breakpoint
CREATE INDEX "measures_by_certificate" ON "certificate_measures" USING btree ("certificate_id","id");--> statement-breakpoint
CREATE INDEX "measures_open" ON "certificate_measures" USING btree ("reply_due_on") WHERE state <> 'decided';--> statement-breakpoint
CREATE UNIQUE INDEX "issued_once" ON "certificates" USING btree ("application_id","level") WHERE "certificates"."replaces_id" is null;--> statement-breakpoint
CREATE INDEX "certificates_by_application" ON "certificates" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "certificates_by_region" ON "certificates" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "certificates_by_end" ON "certificates" USING btree ("valid_until") WHERE state in ('valid', 'suspended');--> statement-breakpoint
CREATE INDEX "certificates_off" ON "certificates" USING btree ("status_index") WHERE state <> 'valid';--> statement-breakpoint
CREATE INDEX "measure_papers_by_file" ON "measure_papers" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_key_signs" ON "signing_keys" USING btree ("controller") WHERE "signing_keys"."retired_at" is null;