ALTER TABLE "region_editions" ADD COLUMN "named_by" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "regions" ADD COLUMN "english" text;