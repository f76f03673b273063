CREATE TABLE "notice_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"stands_until" date,
	"is_known" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_prints" (
	"notice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "notice_prints_notice_id_version_pk" PRIMARY KEY("notice_id","version")
);
--> statement-breakpoint
CREATE TABLE "notice_versions" (
	"notice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_versions_notice_id_version_pk" PRIMARY KEY("notice_id","version")
);
--> statement-breakpoint
CREATE TABLE "objection_box" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"act" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"objection_id" uuid,
	"hold_id" uuid,
	"day" date NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objection_files" (
	"objection_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"message_id" uuid,
	"side" text NOT NULL,
	CONSTRAINT "objection_files_objection_id_file_id_pk" PRIMARY KEY("objection_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "objection_messages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"objection_id" uuid NOT NULL,
	"side" text NOT NULL,
	"is_from_office" boolean NOT NULL,
	"body" text NOT NULL,
	"by" text DEFAULT '' NOT NULL,
	"by_name" text DEFAULT '' NOT NULL,
	"due_on" date,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objector_ties" (
	"user_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "objector_ties_user_id_application_id_pk" PRIMARY KEY("user_id","application_id")
);
--> statement-breakpoint
DROP INDEX "objections_open";--> statement-breakpoint
ALTER TABLE "notice_entries" ADD COLUMN "correction" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_entries" ADD COLUMN "moved_up_on" date;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "kind" text DEFAULT 'list' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "level" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "appeal_of" uuid;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "raised_by" text DEFAULT 'objector' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "identity" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "handler_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "handler_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "taken_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "findings" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "rule" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "effect" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "first_due_on" date;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "extension_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "appeal_until" date;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "duplicate_of" uuid;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "hold_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_holds" ADD CONSTRAINT "notice_holds_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_prints" ADD CONSTRAINT "notice_prints_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_versions" ADD CONSTRAINT "notice_versions_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_box" ADD CONSTRAINT "objection_box_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_box" ADD CONSTRAINT "objection_box_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_box" ADD CONSTRAINT "objection_box_hold_id_notice_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."notice_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_files" ADD CONSTRAINT "objection_files_message_id_objection_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."objection_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_messages" ADD CONSTRAINT "objection_messages_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objector_ties" ADD CONSTRAINT "objector_ties_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objector_ties" ADD CONSTRAINT "objector_ties_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_holds_by_notice" ON "notice_holds" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "objection_box_by_code" ON "objection_box" USING btree ("code");--> statement-breakpoint
CREATE INDEX "objection_messages_by_objection" ON "objection_messages" USING btree ("objection_id","id");--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_appeal_of_objections_id_fk" FOREIGN KEY ("appeal_of") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_duplicate_of_objections_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."objections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_hold_id_notice_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."notice_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "objections_by_application" ON "objections" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "objections_open" ON "objections" USING btree ("answer_due_on") WHERE state in ('received', 'under-review');--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_appeal_of_unique" UNIQUE("appeal_of");--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "appeal_is_the_second_level" CHECK (("objections"."appeal_of" is null) = ("objections"."level" = 1));