CREATE TABLE "marks" (
	"assignment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"level" text,
	"score" numeric(6, 2),
	"note" text DEFAULT '' NOT NULL,
	"page" text DEFAULT '' NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "marks_assignment_id_item_id_pk" PRIMARY KEY("assignment_id","item_id"),
	CONSTRAINT "a_level_or_a_score" CHECK ("marks"."level" is null or "marks"."score" is null)
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"edition_id" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"note_en" text DEFAULT '' NOT NULL,
	"effective_from" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" text
);
--> statement-breakpoint
ALTER TABLE "rubrics" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignments" DROP CONSTRAINT "one_assignment_per_expert";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "rubric_id" uuid;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "set_aside_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rubrics_in_force" ON "rubrics" USING btree ("edition_id","state","effective_from");--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_rubric_id_rubrics_id_fk" FOREIGN KEY ("rubric_id") REFERENCES "public"."rubrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "one_assignment_per_round" UNIQUE("application_id","expert_id","round");--> statement-breakpoint
CREATE POLICY "everybody_reads_rubrics" ON "rubrics" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "a_rubric_begins_as_a_draft" ON "rubrics" AS PERMISSIVE FOR INSERT TO public WITH CHECK (state = 'draft');--> statement-breakpoint
CREATE POLICY "only_a_draft_rubric_changes" ON "rubrics" AS PERMISSIVE FOR UPDATE TO public USING (state = 'draft') WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only_a_draft_rubric_goes" ON "rubrics" AS PERMISSIVE FOR DELETE TO public USING (state = 'draft');--> statement-breakpoint
INSERT INTO "marks" ("assignment_id", "item_id", "score", "note", "saved_at") SELECT "assignment_id", "section_id", "score", "comment", "saved_at" FROM "scores";
