CREATE TABLE "assignment_plan_pairs" (
	"plan_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"expert_id" text NOT NULL,
	"match" smallint NOT NULL,
	"reasons" jsonb NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"is_by_hand" boolean DEFAULT false NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	CONSTRAINT "assignment_plan_pairs_plan_id_application_id_expert_id_pk" PRIMARY KEY("plan_id","application_id","expert_id")
);
--> statement-breakpoint
CREATE TABLE "assignment_plans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'ordered' NOT NULL,
	"seed" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"progress" jsonb DEFAULT '{"step":"waiting","share":0}'::jsonb NOT NULL,
	"stats" jsonb,
	"problem" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"ordered_by" text NOT NULL,
	"ordered_by_name" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"solved_at" timestamp with time zone,
	"locked_by" text,
	"locked_by_name" text DEFAULT '' NOT NULL,
	"locked_at" timestamp with time zone,
	CONSTRAINT "a_locked_plan_says_by_whom" CHECK (state not in ('assigning', 'locked') or locked_by is not null)
);
--> statement-breakpoint
ALTER TABLE "assignment_plan_pairs" ADD CONSTRAINT "assignment_plan_pairs_plan_id_assignment_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."assignment_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plan_pairs" ADD CONSTRAINT "assignment_plan_pairs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plan_pairs" ADD CONSTRAINT "assignment_plan_pairs_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plans" ADD CONSTRAINT "assignment_plans_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plans" ADD CONSTRAINT "assignment_plans_ordered_by_users_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_plans" ADD CONSTRAINT "assignment_plans_locked_by_users_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_pairs_by_expert" ON "assignment_plan_pairs" USING btree ("plan_id","expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_plan_per_round" ON "assignment_plans" USING btree ("call_id","round") WHERE state in ('ordered', 'draft', 'assigning');--> statement-breakpoint
CREATE INDEX "assignment_plans_by_call" ON "assignment_plans" USING btree ("call_id","id");