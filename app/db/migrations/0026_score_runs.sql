CREATE TABLE "published_scores" (
	"application_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"run_id" uuid NOT NULL,
	"raw" numeric(6, 2) NOT NULL,
	"score" numeric(6, 2),
	"low" numeric(6, 2),
	"high" numeric(6, 2),
	"reviews" integer NOT NULL,
	CONSTRAINT "published_scores_application_id_round_pk" PRIMARY KEY("application_id","round")
);
--> statement-breakpoint
CREATE TABLE "score_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"refusal" text DEFAULT '' NOT NULL,
	"computed_at" timestamp with time zone,
	"method" text NOT NULL,
	"settings" jsonb,
	"inputs_hash" text,
	"results" jsonb,
	"published_at" timestamp with time zone,
	"published_by" text,
	"published_by_name" text,
	CONSTRAINT "score_runs_numbered" UNIQUE("call_id","round","number")
);
--> statement-breakpoint
ALTER TABLE "objector_ties" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "objector_ties" CASCADE;--> statement-breakpoint
ALTER TABLE "published_scores" ADD CONSTRAINT "published_scores_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_scores" ADD CONSTRAINT "published_scores_run_id_score_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."score_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_runs" ADD CONSTRAINT "score_runs_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_scores_by_run" ON "published_scores" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "records_by_hash" ON "records" USING btree ((facts ->> 'hash')) WHERE facts ->> 'hash' is not null;--> statement-breakpoint
CREATE INDEX "records_by_sha256" ON "records" USING btree ((facts ->> 'sha256')) WHERE facts ->> 'sha256' is not null;