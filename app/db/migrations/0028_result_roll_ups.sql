CREATE TABLE "result_places" (
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"stream" text NOT NULL,
	"place_code" text collate "C" NOT NULL,
	CONSTRAINT "result_places_region_code_year_stream_pk" PRIMARY KEY("region_code","year","stream")
);
--> statement-breakpoint
CREATE TABLE "score_tallies" (
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"stream" text NOT NULL,
	"edition_id" text NOT NULL,
	"band" smallint NOT NULL,
	"communities" integer NOT NULL,
	"hundredths" bigint NOT NULL,
	"all_musts" integer NOT NULL,
	CONSTRAINT "score_tallies_region_code_year_stream_edition_id_band_pk" PRIMARY KEY("region_code","year","stream","edition_id","band")
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"year" smallint NOT NULL,
	"stream" text NOT NULL,
	"edition_id" text NOT NULL,
	"item_id" text NOT NULL,
	"met" integer NOT NULL,
	"partly" integer NOT NULL,
	"not_met" integer NOT NULL,
	"not_applicable" integer NOT NULL,
	CONSTRAINT "tallies_region_code_kind_year_stream_edition_id_item_id_pk" PRIMARY KEY("region_code","kind","year","stream","edition_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "tally_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"changes" bigint NOT NULL,
	"last_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "result_changes" DROP CONSTRAINT "result_change_in_its_county";--> statement-breakpoint
ALTER TABLE "result_changes" DROP CONSTRAINT "result_changes_county_code_id_pk";--> statement-breakpoint
ALTER TABLE "result_changes" ADD PRIMARY KEY ("id");--> statement-breakpoint
CREATE INDEX "result_places_by_place" ON "result_places" USING btree ("place_code");--> statement-breakpoint
ALTER TABLE "result_changes" DROP COLUMN "county_code";