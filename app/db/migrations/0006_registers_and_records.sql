CREATE INDEX "organisations_by_name" ON "organisations" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "organisations_unverified" ON "organisations" USING btree ("id") WHERE verification = 'unverified';--> statement-breakpoint
CREATE INDEX "records_by_time" ON "records" USING btree ("id");--> statement-breakpoint
CREATE INDEX "records_by_person" ON "records" USING btree ("actor_id","id");