CREATE TABLE "second_round_closings" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"closed_by" text NOT NULL,
	"closed_by_name" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_round_closings" ADD CONSTRAINT "second_round_closings_application_id_second_rounds_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."second_rounds"("application_id") ON DELETE no action ON UPDATE no action;