DROP INDEX "alerts_by_state";--> statement-breakpoint
CREATE INDEX "alerts_by_state" ON "alerts" USING btree ("state","region_code");--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "is_example";