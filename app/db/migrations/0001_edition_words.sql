CREATE TABLE "application_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "editions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "norms" DROP CONSTRAINT "norm_in_section";
--> statement-breakpoint
ALTER TABLE "rules" DROP CONSTRAINT "rule_in_norm";
--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "region_code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "role_grants" ALTER COLUMN "region_code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "region_code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "region_code" SET DEFAULT '*';--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "accepted_by" text;--> statement-breakpoint
ALTER TABLE "two_factors" ADD COLUMN "failed_verification_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "two_factors" ADD COLUMN "locked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "note_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "about_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "application_answers" ADD COLUMN "rivals" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "norms" ADD CONSTRAINT "norm_in_section" FOREIGN KEY ("edition_id","section_id") REFERENCES "public"."sections"("edition_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rule_in_norm" FOREIGN KEY ("edition_id","norm_id") REFERENCES "public"."norms"("edition_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_by_region" ON "invitations" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "role_grants_by_place" ON "role_grants" USING btree ("region_code","role");--> statement-breakpoint
CREATE INDEX "users_by_region" ON "users" USING btree ("region_code");--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "display_username";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "failed_sign_ins";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "locked_until";--> statement-breakpoint
CREATE POLICY "everybody_reads_editions" ON "editions" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "an_edition_begins_as_a_draft" ON "editions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (state = 'draft');--> statement-breakpoint
CREATE POLICY "only_a_draft_changes" ON "editions" AS PERMISSIVE FOR UPDATE TO public USING (state = 'draft') WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only_a_draft_goes" ON "editions" AS PERMISSIVE FOR DELETE TO public USING (state = 'draft');