CREATE TABLE "survey_promises" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"lines" text[] NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_promises_county_code_round_id_pk" PRIMARY KEY("county_code","round_id"),
	CONSTRAINT "survey_promise_in_its_county" CHECK ("survey_promises"."county_code" = case "survey_promises"."region_code" when '*' then 0 else rpad(left("survey_promises"."region_code", 6), 6, '0')::int end)
);
