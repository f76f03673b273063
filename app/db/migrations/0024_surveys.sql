CREATE TABLE "survey_campaigns" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"wave" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"communities" integer NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_campaigns_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_campaign_in_its_county" CHECK ("survey_campaigns"."county_code" = case "survey_campaigns"."region_code" when '*' then 0 else rpad(left("survey_campaigns"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "survey_codes" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"seats" integer NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"is_stopped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_codes_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_seats" CHECK ("survey_codes"."used" between 0 and "survey_codes"."seats")
);
--> statement-breakpoint
CREATE TABLE "survey_comments" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" text NOT NULL,
	"added_on" date NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "survey_comments_county_code_round_id_id_pk" PRIMARY KEY("county_code","round_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_consents" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"given_by" text NOT NULL,
	"people" integer NOT NULL,
	"given_on" date NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"noted_by_name" text NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_consents_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"answered_on" date NOT NULL,
	"channel" text NOT NULL,
	"answers" text NOT NULL,
	CONSTRAINT "survey_responses_county_code_round_id_id_pk" PRIMARY KEY("county_code","round_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_rounds" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"survey_county" integer NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"campaign_id" uuid,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"wave" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"invited" integer NOT NULL,
	"answered" integer,
	"is_invented" boolean DEFAULT false NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "survey_rounds_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_round_days" CHECK ("survey_rounds"."opens_on" <= "survey_rounds"."closes_on"),
	CONSTRAINT "survey_round_in_its_county" CHECK ("survey_rounds"."county_code" = case "survey_rounds"."region_code" when '*' then 0 else rpad(left("survey_rounds"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"county_code" integer NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_versions_county_code_survey_id_version_pk" PRIMARY KEY("county_code","survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"audience" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"is_changed" boolean DEFAULT true NOT NULL,
	"instrument" text DEFAULT '' NOT NULL,
	"instrument_version" integer DEFAULT 0 NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "surveys_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_in_its_county" CHECK ("surveys"."county_code" = case "surveys"."region_code" when '*' then 0 else rpad(left("surveys"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "code_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_comments" ADD CONSTRAINT "comment_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_consents" ADD CONSTRAINT "consent_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "response_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "version_of_survey" FOREIGN KEY ("county_code","survey_id") REFERENCES "public"."surveys"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_campaigns_by_region" ON "survey_campaigns" USING btree ("region_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_survey_code" ON "survey_codes" USING btree ("county_code","code");--> statement-breakpoint
CREATE INDEX "survey_codes_by_code" ON "survey_codes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "survey_codes_by_round" ON "survey_codes" USING btree ("county_code","round_id","id");--> statement-breakpoint
CREATE INDEX "survey_consents_by_round" ON "survey_consents" USING btree ("county_code","round_id");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_region" ON "survey_rounds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_survey" ON "survey_rounds" USING btree ("survey_id","id");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_campaign" ON "survey_rounds" USING btree ("campaign_id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "survey_rounds_to_close" ON "survey_rounds" USING btree ("closes_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "surveys_by_region" ON "surveys" USING btree ("region_code","id");