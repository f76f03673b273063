CREATE TABLE "service_minutes" (
	"minute" timestamp with time zone NOT NULL,
	"process" text NOT NULL,
	"asked" integer NOT NULL,
	"failed" integer NOT NULL,
	"slow" integer NOT NULL,
	CONSTRAINT "service_minutes_minute_process_pk" PRIMARY KEY("minute","process")
);
--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "rescue_minutes" smallint DEFAULT 5 NOT NULL;