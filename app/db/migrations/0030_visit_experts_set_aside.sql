ALTER TABLE "visit_experts" DROP CONSTRAINT "an_expert_once_per_visit";--> statement-breakpoint
ALTER TABLE "visit_experts" DROP CONSTRAINT "visit_experts_visit_id_slot_pk";--> statement-breakpoint
ALTER TABLE "visit_experts" ADD CONSTRAINT "visit_experts_visit_id_expert_id_pk" PRIMARY KEY("visit_id","expert_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_expert_per_slot" ON "visit_experts" USING btree ("visit_id","slot") WHERE set_aside_at is null;