CREATE TABLE "child_versions" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text DEFAULT '' NOT NULL,
	"source_name" text NOT NULL,
	"layer" text NOT NULL,
	"title" text NOT NULL,
	"lines" jsonb NOT NULL,
	"for_grown_ups" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"edition" integer DEFAULT 0 NOT NULL,
	"said_by" text NOT NULL,
	"written_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "child_versions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "child_version_in_its_county" CHECK ("child_versions"."county_code" = case when "child_versions"."region_code" = '*' then 0 else rpad(left("child_versions"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "region_help" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"adult" text DEFAULT '' NOT NULL,
	"adult_en" text DEFAULT '' NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "child_versions_by_region" ON "child_versions" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "child_versions_published" ON "child_versions" USING btree ("published_at") WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "one_child_version_per_notice_and_layer" ON "child_versions" USING btree ("county_code","region_code","source_id","layer") WHERE source_kind = 'notice' and state <> 'withdrawn';