ALTER TABLE "calls" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "applications_by_time" ON "applications" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "applications_by_due" ON "applications" USING btree ("check_due_on","id") WHERE status = 'submitted';