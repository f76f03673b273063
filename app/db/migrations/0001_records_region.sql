ALTER TABLE "records" ADD COLUMN "region_code" text collate "C";--> statement-breakpoint
UPDATE "records" SET "region_code" = case "county_code" when 0 then '*' else regexp_replace("county_code"::text, '(00)+$', '') end;--> statement-breakpoint
UPDATE "records" r SET "region_code" = a."region_code" FROM "applications" a
  WHERE a."id"::text = r."subject_id" AND r."county_code" = rpad(left(a."region_code", 6), 6, '0')::int;--> statement-breakpoint
UPDATE "records" r SET "region_code" = o."region_code" FROM "organisations" o
  WHERE o."id"::text = r."subject_id" AND r."county_code" = rpad(left(o."region_code", 6), 6, '0')::int;--> statement-breakpoint
ALTER TABLE "records" ALTER COLUMN "region_code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "record_in_its_county" CHECK ("records"."county_code" = case "records"."region_code" when '*' then 0 else rpad(left("records"."region_code", 6), 6, '0')::int end);
