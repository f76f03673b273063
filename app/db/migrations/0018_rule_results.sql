CREATE TABLE "result_changes" (
	"county_code" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"stream" text NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"edition_id" text NOT NULL,
	"before" text,
	"after" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "result_changes_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "result_sheets" (
	"county_code" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"stream" text NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"edition_id" text NOT NULL,
	"revision" integer NOT NULL,
	"letters" text NOT NULL,
	"score" real,
	"source_id" text NOT NULL,
	"concluded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "result_sheets_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_sheet_per_revision" UNIQUE("county_code","region_code","stream","year","revision"),
	CONSTRAINT "result_sheet_in_its_county" CHECK ("result_sheets"."county_code" = rpad(left("result_sheets"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "rule_results" (
	"county_code" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"stream" text NOT NULL,
	"rule_id" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "rule_results_county_code_year_region_code_stream_rule_id_pk" PRIMARY KEY("county_code","year","region_code","stream","rule_id"),
	CONSTRAINT "rule_result_in_its_county" CHECK ("rule_results"."county_code" = rpad(left("rule_results"."region_code", 6), 6, '0')::int)
) PARTITION BY RANGE ("year");
--> statement-breakpoint
DO $$ BEGIN
  FOR y IN 2017..2050 LOOP
    EXECUTE format('CREATE TABLE rule_results_%s PARTITION OF rule_results FOR VALUES FROM (%s) TO (%s)', y, y, y + 1);
  END LOOP;
  CREATE TABLE rule_results_other PARTITION OF rule_results DEFAULT;
END $$;
--> statement-breakpoint
ALTER TABLE "result_sheets" ADD CONSTRAINT "result_sheets_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_sheets_by_time" ON "result_sheets" USING btree ("county_code","region_code","stream","concluded_at");