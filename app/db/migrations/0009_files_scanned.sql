DROP INDEX "files_by_owner";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "original_key" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "original_size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "scan" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "scanned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "finding" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "files_to_scan" ON "files" USING btree ("id") WHERE scan = 'waiting';--> statement-breakpoint
CREATE INDEX "records_by_name" ON "records" USING btree ("actor_name","id");--> statement-breakpoint
CREATE INDEX "records_by_event" ON "records" USING btree ("event","id");--> statement-breakpoint
CREATE INDEX "files_by_owner" ON "files" USING btree ("owner_id","created_at");