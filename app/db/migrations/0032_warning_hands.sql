CREATE TABLE "warning_back_tests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"rule_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"result" jsonb NOT NULL,
	"tested_by_id" text NOT NULL,
	"tested_by_name" text NOT NULL,
	"tested_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "handled_by" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "warning_rule_versions" ADD COLUMN "switched_on_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "warning_rules" ADD COLUMN "off_asked_by_id" text;--> statement-breakpoint
ALTER TABLE "warning_rules" ADD COLUMN "off_asked_by_name" text;--> statement-breakpoint
ALTER TABLE "warning_rules" ADD COLUMN "off_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "warning_rules" ADD COLUMN "off_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "warning_back_tests" ADD CONSTRAINT "warning_back_tests_rule_id_warning_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."warning_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "warning_back_tests_by_version" ON "warning_back_tests" USING btree ("rule_id","version","tested_at");