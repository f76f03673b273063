DROP INDEX "applications_by_time";--> statement-breakpoint
DROP INDEX "applications_by_due";--> statement-breakpoint
CREATE INDEX "applications_resubmitted" ON "applications" USING btree ("region_code","id") WHERE status = 'submitted' and round > 1;--> statement-breakpoint
CREATE INDEX "applications_by_time" ON "applications" USING btree ("status","id","region_code");--> statement-breakpoint
CREATE INDEX "applications_by_due" ON "applications" USING btree ("check_due_on","id","region_code") WHERE status = 'submitted';