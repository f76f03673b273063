CREATE TABLE "annual_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"content" jsonb,
	"hash" text,
	"ordered_by" text NOT NULL,
	"ordered_by_name" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	"published_by_name" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "annual_reports_numbered" UNIQUE("region_code","year","number")
);
--> statement-breakpoint
CREATE INDEX "annual_reports_shown" ON "annual_reports" USING btree ("state","id");