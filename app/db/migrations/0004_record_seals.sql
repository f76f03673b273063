CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner_id" text NOT NULL,
	"list" text NOT NULL,
	"search" text NOT NULL,
	"format" text NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"size" bigint,
	"scope" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "record_days" (
	"county_code" integer NOT NULL,
	"day" date NOT NULL,
	"first_position" bigint NOT NULL,
	"last_position" bigint NOT NULL,
	"head" text NOT NULL,
	"tree" text NOT NULL,
	CONSTRAINT "record_days_county_code_day_pk" PRIMARY KEY("county_code","day")
);
--> statement-breakpoint
CREATE TABLE "record_horizon" (
	"id" integer PRIMARY KEY NOT NULL,
	"settled" timestamp with time zone NOT NULL,
	"pending_xmax" text NOT NULL,
	"pending_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_roots" (
	"day" date PRIMARY KEY NOT NULL,
	"previous" text NOT NULL,
	"tree" text NOT NULL,
	"root" text NOT NULL,
	"counties" integer NOT NULL,
	"records" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_seals" (
	"county_code" integer NOT NULL,
	"position" bigint NOT NULL,
	"record_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"link" text NOT NULL,
	"sealed_on" date NOT NULL,
	CONSTRAINT "record_seals_county_code_position_pk" PRIMARY KEY("county_code","position"),
	CONSTRAINT "one_seal_per_record" UNIQUE("county_code","record_id")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_seals" ADD CONSTRAINT "a_sealed_record_stays" FOREIGN KEY ("county_code","record_id") REFERENCES "public"."records"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_by_owner" ON "exports" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "exports_to_expire" ON "exports" USING btree ("expires_at") WHERE state = 'ready';--> statement-breakpoint
CREATE INDEX "record_days_by_day" ON "record_days" USING btree ("day","county_code");--> statement-breakpoint
CREATE INDEX "record_seals_by_day" ON "record_seals" USING btree ("sealed_on","county_code","position");