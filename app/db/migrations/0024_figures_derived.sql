CREATE TABLE "derived_figures" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"period" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"way" smallint NOT NULL,
	"value" numeric NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"reported" integer NOT NULL,
	"expected" integer NOT NULL,
	"reckoned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "derived_figures_county_code_region_code_indicator_id_period_breakdown_way_pk" PRIMARY KEY("county_code","region_code","indicator_id","period","breakdown","way"),
	CONSTRAINT "derived_in_its_county" CHECK ("derived_figures"."county_code" = (case when "derived_figures"."region_code" = '*' then 0 else rpad(left("derived_figures"."region_code", 6), 6, '0')::int end)),
	CONSTRAINT "reported_of_expected" CHECK ("derived_figures"."reported" between 0 and "derived_figures"."expected")
);
--> statement-breakpoint
CREATE TABLE "figure_dues" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"period" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	CONSTRAINT "figure_dues_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE INDEX "figure_dues_in_order" ON "figure_dues" USING btree ("id");