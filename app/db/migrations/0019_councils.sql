CREATE TABLE "council_attendance" (
	"county_code" integer NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_supporter" boolean NOT NULL,
	CONSTRAINT "council_attendance_county_code_session_id_person_id_pk" PRIMARY KEY("county_code","session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "council_candidates" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"term_id" uuid NOT NULL,
	"child_id" uuid,
	"nickname" text NOT NULL,
	"layer" text NOT NULL,
	"seat_kind" text NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"assent_on" date,
	"consent_on" date,
	"named_by" text DEFAULT '' NOT NULL,
	"votes" integer,
	"elected_by" text,
	"draw_rank" text DEFAULT '' NOT NULL,
	CONSTRAINT "council_candidates_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "council_charters" (
	"county_code" integer NOT NULL,
	"council_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"adopted_by_name" text NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "council_charters_county_code_council_id_version_pk" PRIMARY KEY("county_code","council_id","version")
);
--> statement-breakpoint
CREATE TABLE "council_items" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"session_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"minutes_planned" smallint NOT NULL,
	"motion_id" uuid,
	"state" text DEFAULT 'next' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "council_items_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "council_members" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"council_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"candidate_id" uuid,
	"child_id" uuid,
	"nickname" text NOT NULL,
	"layer" text NOT NULL,
	"seat_kind" text NOT NULL,
	"letter_number" text NOT NULL,
	"is_chair" boolean DEFAULT false NOT NULL,
	"is_shown" boolean DEFAULT false NOT NULL,
	"delegate_of" uuid,
	"delegate_county" integer,
	"started_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "council_members_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "council_motion_voices" (
	"county_code" integer NOT NULL,
	"motion_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "council_motion_voices_county_code_motion_id_member_id_pk" PRIMARY KEY("county_code","motion_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "council_motions" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"council_id" uuid NOT NULL,
	"child_id" uuid,
	"member_id" uuid,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'put' NOT NULL,
	"put_at" timestamp with time zone NOT NULL,
	"by_paper" boolean DEFAULT false NOT NULL,
	"session_id" uuid,
	"voting_by" text,
	"is_voting_open" boolean DEFAULT false NOT NULL,
	"in_favour" integer DEFAULT 0 NOT NULL,
	"against" integer DEFAULT 0 NOT NULL,
	"abstaining" integer DEFAULT 0 NOT NULL,
	"present" integer,
	"quorum" integer,
	"voted_at" timestamp with time zone,
	"body" text DEFAULT '' NOT NULL,
	"body_contact" text DEFAULT '' NOT NULL,
	"letter_number" text DEFAULT '' NOT NULL,
	"sent_on" date,
	"answer_due_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"child_answer" text DEFAULT '' NOT NULL,
	"answer_verdict" text,
	"answered_by" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_in_session" uuid,
	"matter_id" uuid,
	"from_motion_id" uuid,
	"from_council_name" text DEFAULT '' NOT NULL,
	"from_county" integer,
	CONSTRAINT "council_motions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_motion_in_its_county" CHECK ("council_motions"."county_code" = rpad(left("council_motions"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "council_seconds" (
	"county_code" integer NOT NULL,
	"motion_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "council_seconds_county_code_motion_id_member_id_pk" PRIMARY KEY("county_code","motion_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "council_sessions" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"council_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text DEFAULT 'called' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"called_by_name" text NOT NULL,
	"chair_id" uuid,
	"minutes" text DEFAULT '' NOT NULL,
	"child_minutes" text DEFAULT '' NOT NULL,
	"minutes_by_name" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone,
	"held_at" timestamp with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "council_sessions_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "council_slips" (
	"county_code" integer NOT NULL,
	"term_id" uuid NOT NULL,
	"slip_hash" text NOT NULL,
	CONSTRAINT "council_slips_county_code_term_id_slip_hash_pk" PRIMARY KEY("county_code","term_id","slip_hash")
);
--> statement-breakpoint
CREATE TABLE "council_supporters" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"council_id" uuid NOT NULL,
	"name" text NOT NULL,
	"duty" text NOT NULL,
	"checked_on" date NOT NULL,
	"check_valid_until" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "council_supporters_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "council_terms" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"council_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text DEFAULT 'nominating' NOT NULL,
	"charter_version" integer NOT NULL,
	"nominate_until" date NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"draw_seed" text DEFAULT '' NOT NULL,
	"draw_seed_hash" text DEFAULT '' NOT NULL,
	"voter_key" text DEFAULT '' NOT NULL,
	"voices" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tellers" text DEFAULT '' NOT NULL,
	"counted_at" timestamp with time zone,
	CONSTRAINT "council_terms_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "council_voters" (
	"county_code" integer NOT NULL,
	"term_id" uuid NOT NULL,
	"voter_hash" text NOT NULL,
	CONSTRAINT "council_voters_county_code_term_id_voter_hash_pk" PRIMARY KEY("county_code","term_id","voter_hash")
);
--> statement-breakpoint
CREATE TABLE "councils" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"charter_version" integer DEFAULT 1 NOT NULL,
	"is_closed" boolean DEFAULT false NOT NULL,
	"founded_on" date NOT NULL,
	"founded_by_name" text NOT NULL,
	CONSTRAINT "councils_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_in_its_county" CHECK ("councils"."county_code" = rpad(left("councils"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "observer_rounds" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"seats" smallint NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"supporter" text NOT NULL,
	"checked_on" date NOT NULL,
	"check_valid_until" date NOT NULL,
	"made_by_name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"walked_at" timestamp with time zone,
	CONSTRAINT "observer_rounds_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "observer_round_in_its_county" CHECK ("observer_rounds"."county_code" = rpad(left("observer_rounds"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "round_notes" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"child_id" uuid,
	"text" text NOT NULL,
	"file_ids" uuid[] DEFAULT '{}' NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"matter_id" uuid,
	CONSTRAINT "round_notes_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "round_sign_ups" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"child_id" uuid,
	"nickname" text NOT NULL,
	"consent_on" date,
	"state" text NOT NULL,
	"turn" integer NOT NULL,
	"was_there" boolean,
	CONSTRAINT "round_sign_ups_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_clocks" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"seen_days" smallint NOT NULL,
	"answer_days" smallint NOT NULL,
	"street_days" smallint NOT NULL,
	"city_days" smallint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion_files" (
	"county_code" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"suggestion_id" uuid,
	"step_id" uuid,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	CONSTRAINT "suggestion_files_county_code_file_id_pk" PRIMARY KEY("county_code","file_id"),
	CONSTRAINT "file_of_one" CHECK (("suggestion_files"."suggestion_id" is null) <> ("suggestion_files"."step_id" is null))
);
--> statement-breakpoint
CREATE TABLE "suggestion_matters" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"topic" text NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"seen_due_on" date NOT NULL,
	"answer_due_on" date NOT NULL,
	"seen_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"outcome" text,
	"owner" text DEFAULT '' NOT NULL,
	"task_due_on" date,
	"done_at" timestamp with time zone,
	"rung" smallint,
	"level" text,
	"level_for" date,
	"reopened" integer DEFAULT 0 NOT NULL,
	"merged_into" uuid,
	CONSTRAINT "suggestion_matters_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "suggestion_rung" CHECK ("suggestion_matters"."rung" between 1 and 8),
	CONSTRAINT "suggestion_matter_in_its_county" CHECK ("suggestion_matters"."county_code" = rpad(left("suggestion_matters"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "suggestion_ratings" (
	"county_code" integer NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"understanding" text,
	"better" text,
	"more" text DEFAULT '' NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "suggestion_ratings_county_code_suggestion_id_step_id_pk" PRIMARY KEY("county_code","suggestion_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_steps" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"matter_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text DEFAULT '' NOT NULL,
	"called" text DEFAULT '' NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"outcome" text,
	"reason" text,
	"owner" text DEFAULT '' NOT NULL,
	"due_on" date,
	CONSTRAINT "suggestion_steps_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"matter_id" uuid NOT NULL,
	"plate_sign" text NOT NULL,
	"content_hash" text NOT NULL,
	"child_id" uuid,
	"way" text DEFAULT 'page' NOT NULL,
	"layer" text NOT NULL,
	"topic" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"pictures" text[] DEFAULT '{}' NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"locked_at" timestamp with time zone,
	CONSTRAINT "suggestions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "suggestion_in_its_county" CHECK ("suggestions"."county_code" = rpad(left("suggestions"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "hazard_photos" (
	"county_code" integer NOT NULL,
	"hazard_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"taken_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hazard_photos_county_code_hazard_id_file_id_pk" PRIMARY KEY("county_code","hazard_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "hazard_routes" (
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"person" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"check_days" smallint NOT NULL,
	"assign_days" smallint NOT NULL,
	"repair_days" smallint NOT NULL,
	"confirm_days" smallint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hazard_routes_region_code_kind_pk" PRIMARY KEY("region_code","kind")
);
--> statement-breakpoint
CREATE TABLE "hazard_steps" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"hazard_id" uuid NOT NULL,
	"step" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_name" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hazard_steps_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "hazards" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"danger" smallint NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid,
	"text" text NOT NULL,
	"place_text" text NOT NULL,
	"space_id" uuid,
	"segment_id" uuid,
	"lng" double precision,
	"lat" double precision,
	"code" text NOT NULL,
	"repair_code" text DEFAULT '' NOT NULL,
	"child_id" uuid,
	"reporter_id" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'reported' NOT NULL,
	"body" text NOT NULL,
	"assignee_id" text DEFAULT '' NOT NULL,
	"assignee_name" text DEFAULT '' NOT NULL,
	"repairer_id" text DEFAULT '' NOT NULL,
	"repairer_name" text DEFAULT '' NOT NULL,
	"repair_note" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"due_on" date,
	"escalation" smallint DEFAULT 0 NOT NULL,
	"reopened" smallint DEFAULT 0 NOT NULL,
	"duplicate_of" uuid,
	"verified_by" text,
	"verifier_name" text DEFAULT '' NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"repaired_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hazards_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_hazard_of_a_code" UNIQUE("county_code","code"),
	CONSTRAINT "hazard_in_its_county" CHECK ("hazards"."county_code" = rpad(left("hazards"."region_code", 6), 6, '0')::int),
	CONSTRAINT "hazard_has_both_or_no_coordinates" CHECK (("hazards"."lng" is null) = ("hazards"."lat" is null))
);
--> statement-breakpoint
CREATE TABLE "route_segments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"route_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"points" jsonb NOT NULL,
	"checks" jsonb NOT NULL,
	"checked_on" date,
	"checked_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "one_segment_in_a_place" UNIQUE("route_id","position")
);
--> statement-breakpoint
CREATE TABLE "safe_routes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"school" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_route_of_a_name_in_a_region" UNIQUE("region_code","name")
);
--> statement-breakpoint
CREATE TABLE "space_inspections" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"space_id" uuid NOT NULL,
	"checklist_version" smallint NOT NULL,
	"findings" jsonb NOT NULL,
	"photo_ids" uuid[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "space_inspections_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "space_inspection_in_its_county" CHECK ("space_inspections"."county_code" = rpad(left("space_inspections"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bands" text[] NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"lng" double precision,
	"lat" double precision,
	"is_coarse" boolean DEFAULT false NOT NULL,
	"area" integer,
	"fittings" jsonb NOT NULL,
	"hours" jsonb NOT NULL,
	"access" text[] NOT NULL,
	"norms" text[] NOT NULL,
	"responsible_name" text DEFAULT '' NOT NULL,
	"responsible_contact" text DEFAULT '' NOT NULL,
	"photo_ids" uuid[] NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"closed_reason" text DEFAULT '' NOT NULL,
	"reopens_on" date,
	"inspect_every" smallint NOT NULL,
	"inspect_next_on" date NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_space_of_a_name_in_a_region" UNIQUE("region_code","name"),
	CONSTRAINT "space_has_both_or_no_coordinates" CHECK (("spaces"."lng" is null) = ("spaces"."lat" is null))
);
--> statement-breakpoint
ALTER TABLE "council_attendance" ADD CONSTRAINT "attendance_of_session" FOREIGN KEY ("county_code","session_id") REFERENCES "public"."council_sessions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_candidates" ADD CONSTRAINT "candidate_of_term" FOREIGN KEY ("county_code","term_id") REFERENCES "public"."council_terms"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_charters" ADD CONSTRAINT "charter_of_council" FOREIGN KEY ("county_code","council_id") REFERENCES "public"."councils"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_items" ADD CONSTRAINT "item_of_session" FOREIGN KEY ("county_code","session_id") REFERENCES "public"."council_sessions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "member_of_term" FOREIGN KEY ("county_code","term_id") REFERENCES "public"."council_terms"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_motion_voices" ADD CONSTRAINT "voice_on_motion" FOREIGN KEY ("county_code","motion_id") REFERENCES "public"."council_motions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_motions" ADD CONSTRAINT "motion_of_council" FOREIGN KEY ("county_code","council_id") REFERENCES "public"."councils"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_seconds" ADD CONSTRAINT "second_of_motion" FOREIGN KEY ("county_code","motion_id") REFERENCES "public"."council_motions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_sessions" ADD CONSTRAINT "session_of_term" FOREIGN KEY ("county_code","term_id") REFERENCES "public"."council_terms"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_slips" ADD CONSTRAINT "slip_of_term" FOREIGN KEY ("county_code","term_id") REFERENCES "public"."council_terms"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_supporters" ADD CONSTRAINT "supporter_of_council" FOREIGN KEY ("county_code","council_id") REFERENCES "public"."councils"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_terms" ADD CONSTRAINT "term_of_council" FOREIGN KEY ("county_code","council_id") REFERENCES "public"."councils"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_voters" ADD CONSTRAINT "voter_of_term" FOREIGN KEY ("county_code","term_id") REFERENCES "public"."council_terms"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_notes" ADD CONSTRAINT "note_of_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."observer_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sign_ups" ADD CONSTRAINT "sign_up_of_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."observer_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_ratings" ADD CONSTRAINT "rating_of_suggestion" FOREIGN KEY ("county_code","suggestion_id") REFERENCES "public"."suggestions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_steps" ADD CONSTRAINT "step_of_matter" FOREIGN KEY ("county_code","matter_id") REFERENCES "public"."suggestion_matters"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestion_of_matter" FOREIGN KEY ("county_code","matter_id") REFERENCES "public"."suggestion_matters"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD CONSTRAINT "photo_of_hazard" FOREIGN KEY ("county_code","hazard_id") REFERENCES "public"."hazards"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_routes" ADD CONSTRAINT "hazard_routes_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_steps" ADD CONSTRAINT "step_of_hazard" FOREIGN KEY ("county_code","hazard_id") REFERENCES "public"."hazards"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_segments" ADD CONSTRAINT "segment_of_route" FOREIGN KEY ("route_id") REFERENCES "public"."safe_routes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safe_routes" ADD CONSTRAINT "safe_routes_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "council_candidates_by_term" ON "council_candidates" USING btree ("county_code","term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_nomination_per_child" ON "council_candidates" USING btree ("county_code","term_id","child_id");--> statement-breakpoint
CREATE INDEX "council_candidates_by_child" ON "council_candidates" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "council_items_by_session" ON "council_items" USING btree ("county_code","session_id","position");--> statement-breakpoint
CREATE INDEX "council_members_by_term" ON "council_members" USING btree ("county_code","term_id");--> statement-breakpoint
CREATE INDEX "council_members_by_child" ON "council_members" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "council_members_by_delegation" ON "council_members" USING btree ("delegate_of") WHERE delegate_of is not null;--> statement-breakpoint
CREATE INDEX "council_motions_by_council" ON "council_motions" USING btree ("county_code","council_id","id");--> statement-breakpoint
CREATE INDEX "council_motions_by_session" ON "council_motions" USING btree ("county_code","session_id");--> statement-breakpoint
CREATE INDEX "council_motions_by_child" ON "council_motions" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "council_motions_due" ON "council_motions" USING btree ("answer_due_on") WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX "council_motions_by_matter" ON "council_motions" USING btree ("matter_id") WHERE matter_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "council_session_number" ON "council_sessions" USING btree ("county_code","council_id","number");--> statement-breakpoint
CREATE INDEX "council_sessions_coming" ON "council_sessions" USING btree ("starts_at") WHERE state = 'called';--> statement-breakpoint
CREATE INDEX "council_supporters_by_council" ON "council_supporters" USING btree ("county_code","council_id");--> statement-breakpoint
CREATE UNIQUE INDEX "council_term_number" ON "council_terms" USING btree ("county_code","council_id","number");--> statement-breakpoint
CREATE INDEX "council_terms_ending" ON "council_terms" USING btree ("ends_on") WHERE state = 'sitting';--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_council_per_region" ON "councils" USING btree ("county_code","region_code") WHERE not is_closed;--> statement-breakpoint
CREATE INDEX "councils_by_region" ON "councils" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "observer_rounds_by_region" ON "observer_rounds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "observer_rounds_coming" ON "observer_rounds" USING btree ("starts_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "round_notes_by_round" ON "round_notes" USING btree ("county_code","round_id","id");--> statement-breakpoint
CREATE INDEX "round_notes_by_child" ON "round_notes" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_sign_up_per_child" ON "round_sign_ups" USING btree ("county_code","round_id","child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_turns" ON "round_sign_ups" USING btree ("county_code","round_id","turn");--> statement-breakpoint
CREATE INDEX "round_sign_ups_by_child" ON "round_sign_ups" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "suggestion_files_of_child" ON "suggestion_files" USING btree ("county_code","suggestion_id");--> statement-breakpoint
CREATE INDEX "suggestion_files_of_step" ON "suggestion_files" USING btree ("county_code","step_id");--> statement-breakpoint
CREATE INDEX "suggestion_matters_by_region" ON "suggestion_matters" USING btree ("region_code","state");--> statement-breakpoint
CREATE INDEX "suggestion_matters_open" ON "suggestion_matters" USING btree ("county_code","region_code") WHERE state in ('received', 'seen', 'adopted', 'under-way');--> statement-breakpoint
CREATE INDEX "suggestion_steps_by_matter" ON "suggestion_steps" USING btree ("county_code","matter_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_suggestion_per_plate" ON "suggestions" USING btree ("county_code","plate_sign");--> statement-breakpoint
CREATE INDEX "suggestions_by_plate" ON "suggestions" USING btree ("plate_sign");--> statement-breakpoint
CREATE INDEX "suggestions_by_matter" ON "suggestions" USING btree ("county_code","matter_id");--> statement-breakpoint
CREATE INDEX "suggestions_by_child" ON "suggestions" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "steps_of_hazard" ON "hazard_steps" USING btree ("county_code","hazard_id","id");--> statement-breakpoint
CREATE INDEX "hazards_by_code" ON "hazards" USING btree ("code");--> statement-breakpoint
CREATE INDEX "hazards_by_repair_code" ON "hazards" USING btree ("repair_code") WHERE repair_code <> '';--> statement-breakpoint
CREATE INDEX "hazards_by_region" ON "hazards" USING btree ("county_code","region_code","id");--> statement-breakpoint
CREATE INDEX "hazards_open" ON "hazards" USING btree ("due_on") WHERE state in ('reported', 'checked', 'assigned', 'repaired');--> statement-breakpoint
CREATE INDEX "hazards_of_space" ON "hazards" USING btree ("county_code","space_id") WHERE space_id is not null;--> statement-breakpoint
CREATE INDEX "hazards_of_segment" ON "hazards" USING btree ("county_code","segment_id") WHERE segment_id is not null;--> statement-breakpoint
CREATE INDEX "hazards_of_child" ON "hazards" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "inspections_of_space" ON "space_inspections" USING btree ("county_code","space_id","id");--> statement-breakpoint
CREATE INDEX "spaces_by_region" ON "spaces" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "spaces_to_inspect" ON "spaces" USING btree ("inspect_next_on") WHERE state = 'open';