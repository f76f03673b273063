CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "protection";
--> statement-breakpoint
CREATE TABLE "child_versions" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text DEFAULT '' NOT NULL,
	"source_name" text NOT NULL,
	"layer" text NOT NULL,
	"title" text NOT NULL,
	"lines" jsonb NOT NULL,
	"for_grown_ups" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"edition" integer DEFAULT 0 NOT NULL,
	"said_by" text NOT NULL,
	"written_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "child_versions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "child_version_in_its_county" CHECK ("child_versions"."county_code" = case when "child_versions"."region_code" = '*' then 0 else rpad(left("child_versions"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "compliance_filings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"filed_on" date NOT NULL,
	"receipt" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"filed_by" text NOT NULL,
	"filed_by_name" text NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "compliance_filings_numbered" UNIQUE("region_code","year","number")
);
--> statement-breakpoint
CREATE TABLE "minor_stocks" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"year" smallint NOT NULL,
	"under14" integer NOT NULL,
	"from14" integer NOT NULL,
	"grown" integer NOT NULL,
	CONSTRAINT "minor_stocks_county_code_region_code_year_pk" PRIMARY KEY("county_code","region_code","year"),
	CONSTRAINT "minor_stock_in_its_county" CHECK ("minor_stocks"."county_code" = rpad(left("minor_stocks"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "stock_takings" (
	"year" smallint PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"is_final" boolean NOT NULL,
	"children" integer NOT NULL
);
--> statement-breakpoint
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
	"is_shown" boolean DEFAULT false NOT NULL,
	"votes" integer,
	"elected_by" text,
	"draw_rank" text DEFAULT '' NOT NULL,
	CONSTRAINT "council_candidates_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_candidate_in_its_county" CHECK ("council_candidates"."county_code" = rpad(left("council_candidates"."region_code", 6), 6, '0')::int)
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
	CONSTRAINT "council_members_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_member_in_its_county" CHECK ("council_members"."county_code" = rpad(left("council_members"."region_code", 6), 6, '0')::int)
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
	"said_id" uuid,
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
	CONSTRAINT "council_sessions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_session_in_its_county" CHECK ("council_sessions"."county_code" = rpad(left("council_sessions"."region_code", 6), 6, '0')::int)
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
	CONSTRAINT "council_supporters_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_supporter_in_its_county" CHECK ("council_supporters"."county_code" = rpad(left("council_supporters"."region_code", 6), 6, '0')::int)
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
	CONSTRAINT "council_terms_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "council_term_in_its_county" CHECK ("council_terms"."county_code" = rpad(left("council_terms"."region_code", 6), 6, '0')::int)
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
CREATE TABLE "region_help" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"adult" text DEFAULT '' NOT NULL,
	"adult_en" text DEFAULT '' NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."access_grants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"child_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"reason" text NOT NULL,
	"hours" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"is_approved" boolean,
	"decision_note" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "another_person_decides" CHECK ("identity"."access_grants"."decided_by" is distinct from "identity"."access_grants"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "identity"."cards" (
	"child_id" uuid PRIMARY KEY NOT NULL,
	"sealed_code" text NOT NULL,
	"code_sign" text NOT NULL,
	"pictures_hash" text NOT NULL,
	"wrong_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cards_code_sign_unique" UNIQUE("code_sign")
);
--> statement-breakpoint
CREATE TABLE "child_notices" (
	"version" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."children" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"basis" text NOT NULL,
	"basis_note" text DEFAULT '' NOT NULL,
	"sealed_name" text NOT NULL,
	"sealed_birthday" text NOT NULL,
	"sealed_nickname" text NOT NULL,
	"registered_by" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"erase_asked_at" timestamp with time zone,
	CONSTRAINT "another_basis_says_why" CHECK ("identity"."children"."basis" = 'consent' or "identity"."children"."basis_note" <> '')
);
--> statement-breakpoint
CREATE TABLE "class_codes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"layer" text NOT NULL,
	"purposes" text[] NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"most_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"issued_by" text NOT NULL,
	"issued_by_name" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "one_class_code_per_words" UNIQUE("code"),
	CONSTRAINT "class_code_ends_after_it_begins" CHECK ("class_codes"."valid_to" >= "class_codes"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "identity"."consents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"child_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"decision" text NOT NULL,
	"band" text NOT NULL,
	"guardian_says" boolean,
	"child_says" boolean,
	"said_by" text NOT NULL,
	"user_id" text NOT NULL,
	"paper_file_id" uuid,
	"notice_version" integer NOT NULL,
	"notice_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_is_kept" CHECK ("identity"."consents"."said_by" <> 'paper' or "identity"."consents"."paper_file_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"child_id" uuid PRIMARY KEY NOT NULL,
	"erased_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."guardian_slips" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"sealed_code" text NOT NULL,
	"code_sign" text NOT NULL,
	"sealed_name" text NOT NULL,
	"child_id" uuid,
	"relation" text,
	"region_code" text collate "C" NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" text,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "guardian_slips_code_sign_unique" UNIQUE("code_sign")
);
--> statement-breakpoint
CREATE TABLE "identity"."guardianships" (
	"child_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"relation" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "guardianships_child_id_user_id_pk" PRIMARY KEY("child_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."openings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"grant_id" uuid,
	"child_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."rights_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"child_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"asked_by" text NOT NULL,
	"kind" text NOT NULL,
	"sealed_words" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_name" text,
	"is_granted" boolean,
	"sealed_answer" text,
	CONSTRAINT "answers_have_words" CHECK (("identity"."rights_requests"."answered_at" is null) = ("identity"."rights_requests"."sealed_answer" is null))
);
--> statement-breakpoint
CREATE TABLE "impact_assessments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"year" smallint NOT NULL,
	"running" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"origin" text DEFAULT 'own' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "one_assessment_per_number" UNIQUE("number"),
	CONSTRAINT "assessments_run_by_year" UNIQUE("year","running")
);
--> statement-breakpoint
CREATE TABLE "impact_versions" (
	"assessment_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"purposes" text[] DEFAULT '{}' NOT NULL,
	"triggers" text[] NOT NULL,
	"content" jsonb NOT NULL,
	"valid_until" date NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "impact_versions_assessment_id_version_pk" PRIMARY KEY("assessment_id","version"),
	CONSTRAINT "another_person_approves" CHECK ("impact_versions"."decided_by" is distinct from "impact_versions"."written_by"),
	CONSTRAINT "withdrawn_versions_say_when" CHECK (("impact_versions"."state" = 'withdrawn') = ("impact_versions"."withdrawn_at" is not null)),
	CONSTRAINT "decided_versions_say_who" CHECK (("impact_versions"."state" in ('approved', 'returned', 'withdrawn')) = ("impact_versions"."decided_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "incident_children" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid NOT NULL,
	"child_id" uuid,
	"region_code" text collate "C" NOT NULL,
	"guardians" smallint DEFAULT 0 NOT NULL,
	"way" text,
	"told_at" timestamp with time zone,
	"told_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "told_in_some_way" CHECK (("incident_children"."way" is null) = ("incident_children"."told_at" is null))
);
--> statement-breakpoint
CREATE TABLE "incident_hours" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"authority_hours" smallint NOT NULL,
	"tell_hours" smallint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_measures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid NOT NULL,
	"what" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_scopes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"reason" text NOT NULL,
	"found" integer NOT NULL,
	"nameless" integer DEFAULT 0 NOT NULL,
	"code_id" uuid,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"is_possible" boolean NOT NULL,
	"state" text DEFAULT 'reported' NOT NULL,
	"what" text NOT NULL,
	"cause" text NOT NULL,
	"touched" text NOT NULL,
	"data_kinds" text[] NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"found_by_name" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_by_name" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"authority_due_at" timestamp with time zone NOT NULL,
	"tell_due_at" timestamp with time zone NOT NULL,
	"authority" text DEFAULT '' NOT NULL,
	"authority_number" text DEFAULT '' NOT NULL,
	"authority_reported_at" timestamp with time zone,
	"authority_by_name" text DEFAULT '' NOT NULL,
	"notice" jsonb,
	"not_told_reason" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone,
	"told_by_name" text DEFAULT '' NOT NULL,
	"lessons" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_name" text DEFAULT '' NOT NULL,
	"told_late_at" timestamp with time zone,
	CONSTRAINT "incident_closed_with_lessons" CHECK ("incidents"."state" <> 'closed' or ("incidents"."lessons" <> '' and "incidents"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "moderation_complaints" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"what" text NOT NULL,
	"page" text NOT NULL,
	"about" jsonb,
	"child_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderation_complaints_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "moderation_complaint_in_its_county" CHECK ("moderation_complaints"."county_code" = case when "moderation_complaints"."region_code" = '*' then 0 else rpad(left("moderation_complaints"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "moderation_files" (
	"county_code" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"is_picture" boolean NOT NULL,
	"faces" text DEFAULT 'unknown' NOT NULL,
	"shown_file_id" uuid,
	"settled_by_name" text,
	CONSTRAINT "moderation_files_county_code_item_id_file_id_pk" PRIMARY KEY("county_code","item_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "moderation_items" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"from" text NOT NULL,
	"child_id" uuid,
	"texts" jsonb NOT NULL,
	"edited" jsonb,
	"flags" jsonb NOT NULL,
	"severity" text,
	"labels" text[] DEFAULT '{}' NOT NULL,
	"needs_two" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"drop_after_lock" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"first_by" text,
	"concluded_by" text,
	"concluded_by_name" text,
	"concluded_at" timestamp with time zone,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"agreed_by" text,
	"agreed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"told_late_at" timestamp with time zone,
	CONSTRAINT "moderation_items_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "moderation_item_in_its_county" CHECK ("moderation_items"."county_code" = case when "moderation_items"."region_code" = '*' then 0 else rpad(left("moderation_items"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "moderation_limits" (
	"region_code" text collate "C" PRIMARY KEY NOT NULL,
	"workdays" smallint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_portraits" (
	"county_code" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	CONSTRAINT "moderation_portraits_county_code_item_id_child_id_pk" PRIMARY KEY("county_code","item_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "moderation_reports" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"item_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"authority" text NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"texts" jsonb NOT NULL,
	"file_hashes" text[] DEFAULT '{}' NOT NULL,
	"reported_by_name" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderation_reports_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "moderation_report_in_its_county" CHECK ("moderation_reports"."county_code" = case when "moderation_reports"."region_code" = '*' then 0 else rpad(left("moderation_reports"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "moderation_word_lists" (
	"version" integer PRIMARY KEY NOT NULL,
	"words" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_by" text NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
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
CREATE TABLE "protection_duties" (
	"region_code" text collate "C" NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"named_by_name" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protection_duties_region_code_user_id_pk" PRIMARY KEY("region_code","user_id")
);
--> statement-breakpoint
CREATE TABLE "protection"."knowing" (
	"report_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"knew_at" timestamp with time zone,
	CONSTRAINT "knowing_report_id_user_id_pk" PRIMARY KEY("report_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "protection"."readings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"report_id" uuid NOT NULL,
	"read_by" text NOT NULL,
	"read_by_name" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protection"."reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"source" text NOT NULL,
	"about" jsonb NOT NULL,
	"sealed_noticed" text NOT NULL,
	"sealed_evidence" text NOT NULL,
	"files" jsonb NOT NULL,
	"basis" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"told_above_at" timestamp with time zone,
	"closed_by" text DEFAULT '' NOT NULL,
	"closed_by_name" text,
	"closed_at" timestamp with time zone,
	"sealed_closing" text,
	"hold_ending" text,
	"hold_ended_by_name" text DEFAULT '' NOT NULL,
	"hold_ended_at" timestamp with time zone,
	"sealed_hold_reason" text
);
--> statement-breakpoint
CREATE TABLE "retention_certificates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"run_id" uuid NOT NULL,
	"record_class" text NOT NULL,
	"deed" text NOT NULL,
	"schedule_version" integer NOT NULL,
	"cut_offs" jsonb NOT NULL,
	"many" integer NOT NULL,
	"files" integer NOT NULL,
	"counties" jsonb NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"number" integer,
	"previous_hash" text,
	"hash" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "one_certificate_per_number" UNIQUE("number"),
	CONSTRAINT "closed_certificates_have_a_hash" CHECK (("retention_certificates"."number" is null) = ("retention_certificates"."hash" is null) and ("retention_certificates"."hash" is null) = ("retention_certificates"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"record_class" text,
	"subject_id" uuid,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"until" date NOT NULL,
	"placed_by" text NOT NULL,
	"placed_by_name" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by_name" text,
	"lifted_at" timestamp with time zone,
	"lift_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "hold_says_what" CHECK (("retention_holds"."kind" = 'child') = ("retention_holds"."record_class" is null) and ("retention_holds"."kind" = 'class') = ("retention_holds"."subject_id" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_periods" (
	"version" integer PRIMARY KEY NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"record_class" text NOT NULL,
	"amount" integer NOT NULL,
	"reason" text NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"day" date NOT NULL,
	"is_dry" boolean DEFAULT false NOT NULL,
	"schedule_version" integer NOT NULL,
	"results" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "share_children" (
	"county_code" integer NOT NULL,
	"share_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "share_children_county_code_share_id_child_id_pk" PRIMARY KEY("county_code","share_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "share_partners" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"credit_code" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"contact" text NOT NULL,
	"contract" text NOT NULL,
	"scope" text NOT NULL,
	"duties" text NOT NULL,
	"fields" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"state" text DEFAULT 'prepared' NOT NULL,
	"assessment_id" uuid,
	"entered_by_name" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"enabled_by_name" text,
	"enabled_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "partner_contract_ends_after_it_begins" CHECK ("share_partners"."valid_to" >= "share_partners"."valid_from"),
	CONSTRAINT "enabled_partners_are_assessed" CHECK ("share_partners"."state" <> 'enabled' or "share_partners"."assessment_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"partner_id" uuid,
	"receiver" text NOT NULL,
	"fields" text[] NOT NULL,
	"purpose" text NOT NULL,
	"basis" text NOT NULL,
	"article" text,
	"article_note" text DEFAULT '' NOT NULL,
	"child_count" integer NOT NULL,
	"shared_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"source" text DEFAULT 'desk' NOT NULL,
	"source_id" text,
	"recorded_by" text NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"ended_early" text,
	"settled_at" timestamp with time zone,
	"settled_by_name" text,
	"ending" text,
	"ending_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "shares_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "share_of_somebody" CHECK ("shares"."child_count" > 0),
	CONSTRAINT "share_by_law_names_its_article" CHECK (("shares"."basis" = 'law') = ("shares"."article" is not null)),
	CONSTRAINT "without_a_partner_only_by_law" CHECK ("shares"."partner_id" is not null or "shares"."basis" = 'law'),
	CONSTRAINT "settled_shares_say_how" CHECK (("shares"."settled_at" is null) = ("shares"."ending" is null)),
	CONSTRAINT "share_in_its_county" CHECK ("shares"."county_code" = rpad(left("shares"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "solicitation_ballots" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"solicitation_id" uuid NOT NULL,
	"voter_sign" text NOT NULL,
	"code_sign" text DEFAULT '' NOT NULL,
	"work_ids" uuid[] NOT NULL,
	CONSTRAINT "solicitation_ballots_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "solicitation_jurors" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"solicitation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"code_sign" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"declared_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "solicitation_jurors_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "solicitation_marks" (
	"county_code" integer NOT NULL,
	"juror_id" uuid NOT NULL,
	"work_id" uuid NOT NULL,
	"mark" smallint,
	"is_conflict" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "solicitation_marks_county_code_juror_id_work_id_pk" PRIMARY KEY("county_code","juror_id","work_id"),
	CONSTRAINT "no_mark_in_a_conflict" CHECK ("solicitation_marks"."is_conflict" = ("solicitation_marks"."mark" is null)),
	CONSTRAINT "solicitation_mark" CHECK ("solicitation_marks"."mark" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "solicitation_works" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"solicitation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"way" text NOT NULL,
	"child_id" uuid,
	"plate_sign" text NOT NULL,
	"content_hash" text NOT NULL,
	"layer" text NOT NULL,
	"title" text NOT NULL,
	"pen_name" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"licensed_by_name" text,
	"licensed_at" timestamp with time zone,
	"licence_hash" text,
	"prize" text DEFAULT '' NOT NULL,
	"is_childrens_choice" boolean DEFAULT false NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	CONSTRAINT "solicitation_works_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "solicitation_work_in_its_county" CHECK ("solicitation_works"."county_code" = rpad(left("solicitation_works"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "solicitations" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"child_rules" text NOT NULL,
	"rules" text NOT NULL,
	"licence" text NOT NULL,
	"layers" text[] NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"choose_until" date NOT NULL,
	"show_until" date,
	"prizes" jsonb NOT NULL,
	"decision_note" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "solicitations_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "solicitation_days" CHECK ("solicitations"."opens_on" <= "solicitations"."closes_on" and "solicitations"."closes_on" <= "solicitations"."choose_until" and ("solicitations"."show_until" is null or "solicitations"."choose_until" <= "solicitations"."show_until")),
	CONSTRAINT "solicitation_in_its_county" CHECK ("solicitations"."county_code" = rpad(left("solicitations"."region_code", 6), 6, '0')::int)
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
	"expired_at" timestamp with time zone,
	CONSTRAINT "suggestions_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "suggestion_in_its_county" CHECK ("suggestions"."county_code" = rpad(left("suggestions"."region_code", 6), 6, '0')::int)
);
--> statement-breakpoint
CREATE TABLE "survey_pool_runs" (
	"period" text NOT NULL,
	"province" text NOT NULL,
	"pooled_at" timestamp with time zone NOT NULL,
	"rounds" integer NOT NULL,
	CONSTRAINT "survey_pool_runs_period_province_pk" PRIMARY KEY("period","province")
);
--> statement-breakpoint
CREATE TABLE "survey_pools" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"period" text NOT NULL,
	"audience" text NOT NULL,
	"reader" text NOT NULL,
	"wording" text NOT NULL,
	"of" text[] NOT NULL,
	"yes" integer NOT NULL,
	"rest" integer NOT NULL,
	CONSTRAINT "survey_pools_county_code_period_audience_reader_wording_region_code_pk" PRIMARY KEY("county_code","period","audience","reader","wording","region_code"),
	CONSTRAINT "survey_pool_in_its_county" CHECK ("survey_pools"."county_code" = case "survey_pools"."region_code" when '*' then 0 else rpad(left("survey_pools"."region_code", 6), 6, '0')::int end),
	CONSTRAINT "survey_pool_of_some" CHECK (cardinality("survey_pools"."of") > 1)
);
--> statement-breakpoint
ALTER TABLE "survey_pools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "survey_results" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"wave" text NOT NULL,
	"closed_on" date NOT NULL,
	"invited" integer NOT NULL,
	"is_invented" boolean NOT NULL,
	"staff" jsonb NOT NULL,
	"public" jsonb NOT NULL,
	"reliability" jsonb NOT NULL,
	"sides" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "survey_results_county_code_round_id_pk" PRIMARY KEY("county_code","round_id"),
	CONSTRAINT "survey_result_in_its_county" CHECK ("survey_results"."county_code" = case "survey_results"."region_code" when '*' then 0 else rpad(left("survey_results"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
ALTER TABLE "survey_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_campaigns" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"wave" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"communities" integer NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_campaigns_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_campaign_in_its_county" CHECK ("survey_campaigns"."county_code" = case "survey_campaigns"."region_code" when '*' then 0 else rpad(left("survey_campaigns"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "survey_codes" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"seats" integer NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"is_stopped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_codes_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_seats" CHECK ("survey_codes"."used" between 0 and "survey_codes"."seats")
);
--> statement-breakpoint
CREATE TABLE "survey_comments" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" text NOT NULL,
	"added_on" date NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "survey_comments_county_code_round_id_id_pk" PRIMARY KEY("county_code","round_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_consents" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"given_by" text NOT NULL,
	"people" integer NOT NULL,
	"given_on" date NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"noted_by_name" text NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_consents_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "survey_double_sheets" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"first" text NOT NULL,
	"first_by" text NOT NULL,
	"first_by_name" text NOT NULL,
	"second" text,
	"second_by_name" text DEFAULT '' NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "survey_double_sheets_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "survey_responses" (
	"county_code" integer NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"answered_on" date NOT NULL,
	"channel" text NOT NULL,
	"answers" text NOT NULL,
	CONSTRAINT "survey_responses_county_code_round_id_id_pk" PRIMARY KEY("county_code","round_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_rounds" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"survey_county" integer NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"campaign_id" uuid,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"wave" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"invited" integer NOT NULL,
	"answered" integer,
	"double_sheets" integer DEFAULT 0 NOT NULL,
	"double_cells" integer DEFAULT 0 NOT NULL,
	"double_different" integer DEFAULT 0 NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_name" text DEFAULT '' NOT NULL,
	CONSTRAINT "survey_rounds_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_round_days" CHECK ("survey_rounds"."opens_on" <= "survey_rounds"."closes_on"),
	CONSTRAINT "survey_round_in_its_county" CHECK ("survey_rounds"."county_code" = case "survey_rounds"."region_code" when '*' then 0 else rpad(left("survey_rounds"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"county_code" integer NOT NULL,
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"published_by_name" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_versions_county_code_survey_id_version_pk" PRIMARY KEY("county_code","survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"audience" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"is_changed" boolean DEFAULT true NOT NULL,
	"instrument" text DEFAULT '' NOT NULL,
	"instrument_version" integer DEFAULT 0 NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "surveys_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "survey_in_its_county" CHECK ("surveys"."county_code" = case "surveys"."region_code" when '*' then 0 else rpad(left("surveys"."region_code", 6), 6, '0')::int end)
);
--> statement-breakpoint
CREATE TABLE "city_plan_revisions" (
	"plan_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"issuer" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by_name" text NOT NULL,
	CONSTRAINT "city_plan_revisions_plan_id_revision_pk" PRIMARY KEY("plan_id","revision")
);
--> statement-breakpoint
CREATE TABLE "city_plans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text,
	"region_code" text collate "C" NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"issuer" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"copied_from" uuid,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closing" text DEFAULT '' NOT NULL,
	"closing_en" text DEFAULT '' NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "city_targets" (
	"plan_id" uuid NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" smallint NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"action_code" text NOT NULL,
	"op" text NOT NULL,
	"value" numeric NOT NULL,
	"max" numeric,
	CONSTRAINT "city_targets_plan_id_indicator_id_year_pk" PRIMARY KEY("plan_id","indicator_id","year")
);
--> statement-breakpoint
CREATE TABLE "city_task_progress" (
	"plan_id" uuid NOT NULL,
	"task_id" text NOT NULL,
	"state" text NOT NULL,
	"done_on" date,
	"proof" text DEFAULT '' NOT NULL,
	"proof_url" text,
	"note" text DEFAULT '' NOT NULL,
	"marked_by_name" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "city_task_progress_plan_id_task_id_pk" PRIMARY KEY("plan_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "breakdowns" (
	"id" smallint PRIMARY KEY NOT NULL,
	"dimension" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_links" (
	"indicator_id" integer NOT NULL,
	"frame" text NOT NULL,
	"target" text NOT NULL,
	CONSTRAINT "indicator_links_indicator_id_frame_target_pk" PRIMARY KEY("indicator_id","frame","target")
);
--> statement-breakpoint
CREATE TABLE "indicator_value_pasts" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"period" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"value" numeric NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"status" smallint NOT NULL,
	"origin" smallint NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"source_url" text,
	"evidence_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_name" text NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"reason" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"replaced_by_name" text NOT NULL,
	CONSTRAINT "indicator_value_pasts_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "past_value_in_its_county" CHECK ("indicator_value_pasts"."county_code" = (case when "indicator_value_pasts"."region_code" = '*' then 0 else rpad(left("indicator_value_pasts"."region_code", 6), 6, '0')::int end))
);
--> statement-breakpoint
CREATE TABLE "indicator_values" (
	"county_code" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"indicator_id" integer NOT NULL,
	"period" integer NOT NULL,
	"breakdown" smallint DEFAULT 0 NOT NULL,
	"value" numeric NOT NULL,
	"numerator" numeric,
	"denominator" numeric,
	"status" smallint NOT NULL,
	"origin" smallint NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"source_url" text,
	"evidence_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_name" text NOT NULL,
	CONSTRAINT "indicator_values_county_code_region_code_indicator_id_period_breakdown_pk" PRIMARY KEY("county_code","region_code","indicator_id","period","breakdown"),
	CONSTRAINT "value_in_its_county" CHECK ("indicator_values"."county_code" = (case when "indicator_values"."region_code" = '*' then 0 else rpad(left("indicator_values"."region_code", 6), 6, '0')::int end)),
	CONSTRAINT "part_of_its_whole" CHECK ("indicator_values"."denominator" is null or "indicator_values"."denominator" > 0)
);
--> statement-breakpoint
CREATE TABLE "indicator_versions" (
	"indicator_id" integer NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicator_versions_indicator_id_version_pk" PRIMARY KEY("indicator_id","version")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" integer PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
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
CREATE TABLE "walk_entries" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"point" text,
	"answer" text,
	"layer" text,
	"spot" text,
	"of" integer,
	"sha256" text,
	"is_paper" boolean DEFAULT false NOT NULL,
	"is_late" boolean NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"server_at" timestamp with time zone NOT NULL,
	CONSTRAINT "walk_entries_county_code_walk_id_device_id_seq_pk" PRIMARY KEY("county_code","walk_id","device_id","seq")
);
--> statement-breakpoint
CREATE TABLE "walk_phones" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone,
	"remaining" integer DEFAULT 0 NOT NULL,
	"is_done" boolean DEFAULT false NOT NULL,
	"skew_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "walk_phones_county_code_walk_id_device_id_pk" PRIMARY KEY("county_code","walk_id","device_id")
);
--> statement-breakpoint
CREATE TABLE "walk_photos" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"sha256" text NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"point" text,
	"spot" text,
	"note" text NOT NULL,
	"is_late" boolean NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"file_id" uuid,
	CONSTRAINT "walk_photos_county_code_walk_id_id_pk" PRIMARY KEY("county_code","walk_id","id"),
	CONSTRAINT "one_photo_of_a_hash" UNIQUE("county_code","walk_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "walk_tickets" (
	"county_code" integer NOT NULL,
	"walk_id" uuid NOT NULL,
	"source" text NOT NULL,
	"hazard_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "walk_tickets_county_code_walk_id_source_pk" PRIMARY KEY("county_code","walk_id","source")
);
--> statement-breakpoint
CREATE TABLE "walks" (
	"county_code" integer NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"setting" text NOT NULL,
	"space_id" uuid,
	"route_id" uuid,
	"segment_id" uuid,
	"parts" jsonb NOT NULL,
	"place" text NOT NULL,
	"checklist_version" smallint NOT NULL,
	"day" date NOT NULL,
	"adults" text NOT NULL,
	"group_name" text NOT NULL,
	"children" jsonb NOT NULL,
	"code" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"planned_by_name" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"began_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by_name" text DEFAULT '' NOT NULL,
	"end_words" text DEFAULT '' NOT NULL,
	"result" jsonb,
	"is_invented" boolean DEFAULT false NOT NULL,
	CONSTRAINT "walks_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "one_walk_of_a_code" UNIQUE("county_code","code"),
	CONSTRAINT "walk_in_its_county" CHECK ("walks"."county_code" = rpad(left("walks"."region_code", 6), 6, '0')::int),
	CONSTRAINT "walk_has_one_place" CHECK (("walks"."space_id" is null) <> ("walks"."route_id" is null))
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "held_for" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "evaluation_indicators" ADD COLUMN "is_by_hand" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "evaluation_voices" ADD COLUMN "is_by_hand" boolean DEFAULT true NOT NULL;--> statement-breakpoint
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
ALTER TABLE "identity"."access_grants" ADD CONSTRAINT "access_grants_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."cards" ADD CONSTRAINT "cards_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD CONSTRAINT "consents_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."guardian_slips" ADD CONSTRAINT "guardian_slips_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."guardianships" ADD CONSTRAINT "guardianships_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."rights_requests" ADD CONSTRAINT "rights_requests_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impact_versions" ADD CONSTRAINT "impact_versions_assessment_id_impact_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."impact_assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_children" ADD CONSTRAINT "incident_children_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_measures" ADD CONSTRAINT "incident_measures_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_scopes" ADD CONSTRAINT "incident_scopes_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_files" ADD CONSTRAINT "file_of_an_item" FOREIGN KEY ("county_code","item_id") REFERENCES "public"."moderation_items"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_portraits" ADD CONSTRAINT "portrait_of_an_item" FOREIGN KEY ("county_code","item_id") REFERENCES "public"."moderation_items"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_notes" ADD CONSTRAINT "note_of_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."observer_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sign_ups" ADD CONSTRAINT "sign_up_of_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."observer_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection"."knowing" ADD CONSTRAINT "knowing_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "protection"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection"."readings" ADD CONSTRAINT "readings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "protection"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_certificates" ADD CONSTRAINT "retention_certificates_run_id_retention_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."retention_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_ballots" ADD CONSTRAINT "ballot_of_solicitation" FOREIGN KEY ("county_code","solicitation_id") REFERENCES "public"."solicitations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_jurors" ADD CONSTRAINT "juror_of_solicitation" FOREIGN KEY ("county_code","solicitation_id") REFERENCES "public"."solicitations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_marks" ADD CONSTRAINT "mark_of_juror" FOREIGN KEY ("county_code","juror_id") REFERENCES "public"."solicitation_jurors"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_marks" ADD CONSTRAINT "mark_of_work" FOREIGN KEY ("county_code","work_id") REFERENCES "public"."solicitation_works"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solicitation_works" ADD CONSTRAINT "work_of_solicitation" FOREIGN KEY ("county_code","solicitation_id") REFERENCES "public"."solicitations"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_ratings" ADD CONSTRAINT "rating_of_suggestion" FOREIGN KEY ("county_code","suggestion_id") REFERENCES "public"."suggestions"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_steps" ADD CONSTRAINT "step_of_matter" FOREIGN KEY ("county_code","matter_id") REFERENCES "public"."suggestion_matters"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestion_of_matter" FOREIGN KEY ("county_code","matter_id") REFERENCES "public"."suggestion_matters"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "code_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_comments" ADD CONSTRAINT "comment_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_consents" ADD CONSTRAINT "consent_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_double_sheets" ADD CONSTRAINT "double_sheet_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "response_of_survey_round" FOREIGN KEY ("county_code","round_id") REFERENCES "public"."survey_rounds"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "version_of_survey" FOREIGN KEY ("county_code","survey_id") REFERENCES "public"."surveys"("county_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_plan_revisions" ADD CONSTRAINT "city_plan_revisions_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_targets" ADD CONSTRAINT "city_targets_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_targets" ADD CONSTRAINT "city_targets_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_task_progress" ADD CONSTRAINT "city_task_progress_plan_id_city_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."city_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_links" ADD CONSTRAINT "indicator_links_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_versions" ADD CONSTRAINT "indicator_versions_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD CONSTRAINT "photo_of_hazard" FOREIGN KEY ("county_code","hazard_id") REFERENCES "public"."hazards"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_routes" ADD CONSTRAINT "hazard_routes_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_steps" ADD CONSTRAINT "step_of_hazard" FOREIGN KEY ("county_code","hazard_id") REFERENCES "public"."hazards"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_segments" ADD CONSTRAINT "segment_of_route" FOREIGN KEY ("route_id") REFERENCES "public"."safe_routes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safe_routes" ADD CONSTRAINT "safe_routes_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_entries" ADD CONSTRAINT "entry_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_phones" ADD CONSTRAINT "phone_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_photos" ADD CONSTRAINT "photo_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_tickets" ADD CONSTRAINT "ticket_of_walk" FOREIGN KEY ("county_code","walk_id") REFERENCES "public"."walks"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "child_versions_by_region" ON "child_versions" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "child_versions_published" ON "child_versions" USING btree ("published_at") WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "one_child_version_per_notice_and_layer" ON "child_versions" USING btree ("county_code","region_code","source_id","layer") WHERE source_kind = 'notice' and state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "compliance_filings_by_year" ON "compliance_filings" USING btree ("year","region_code");--> statement-breakpoint
CREATE INDEX "minor_stocks_by_year" ON "minor_stocks" USING btree ("year","region_code");--> statement-breakpoint
CREATE INDEX "council_candidates_by_id" ON "council_candidates" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_candidates_by_term" ON "council_candidates" USING btree ("county_code","term_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_nomination_per_child" ON "council_candidates" USING btree ("county_code","term_id","child_id");--> statement-breakpoint
CREATE INDEX "council_candidates_by_child" ON "council_candidates" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "council_items_by_id" ON "council_items" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_items_by_session" ON "council_items" USING btree ("county_code","session_id","position");--> statement-breakpoint
CREATE INDEX "council_members_by_id" ON "council_members" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_members_by_term" ON "council_members" USING btree ("county_code","term_id");--> statement-breakpoint
CREATE INDEX "council_members_by_child" ON "council_members" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "council_members_by_delegation" ON "council_members" USING btree ("delegate_of") WHERE delegate_of is not null;--> statement-breakpoint
CREATE INDEX "council_motions_by_id" ON "council_motions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_motions_by_council" ON "council_motions" USING btree ("county_code","council_id","id");--> statement-breakpoint
CREATE INDEX "council_motions_by_session" ON "council_motions" USING btree ("county_code","session_id");--> statement-breakpoint
CREATE INDEX "council_motions_by_child" ON "council_motions" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "council_motions_due" ON "council_motions" USING btree ("answer_due_on") WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX "council_motions_by_matter" ON "council_motions" USING btree ("matter_id") WHERE matter_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "council_session_number" ON "council_sessions" USING btree ("county_code","council_id","number");--> statement-breakpoint
CREATE INDEX "council_sessions_by_id" ON "council_sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_sessions_coming" ON "council_sessions" USING btree ("starts_at") WHERE state = 'called';--> statement-breakpoint
CREATE INDEX "council_supporters_by_id" ON "council_supporters" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_supporters_by_council" ON "council_supporters" USING btree ("county_code","council_id");--> statement-breakpoint
CREATE UNIQUE INDEX "council_term_number" ON "council_terms" USING btree ("county_code","council_id","number");--> statement-breakpoint
CREATE INDEX "council_terms_by_id" ON "council_terms" USING btree ("id");--> statement-breakpoint
CREATE INDEX "council_terms_ending" ON "council_terms" USING btree ("ends_on") WHERE state = 'sitting';--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_council_per_region" ON "councils" USING btree ("county_code","region_code") WHERE not is_closed;--> statement-breakpoint
CREATE INDEX "councils_by_region" ON "councils" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "councils_by_id" ON "councils" USING btree ("id");--> statement-breakpoint
CREATE INDEX "access_grants_by_child" ON "identity"."access_grants" USING btree ("child_id","id");--> statement-breakpoint
CREATE INDEX "access_grants_by_region" ON "identity"."access_grants" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "children_by_region" ON "identity"."children" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "class_codes_by_region" ON "class_codes" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "consents_by_child" ON "identity"."consents" USING btree ("child_id","purpose","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "guardian_slips_by_region" ON "identity"."guardian_slips" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "guardian_slips_by_child" ON "identity"."guardian_slips" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "guardianships_by_user" ON "identity"."guardianships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "openings_by_child" ON "identity"."openings" USING btree ("child_id","id");--> statement-breakpoint
CREATE INDEX "openings_by_region" ON "identity"."openings" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "rights_requests_by_region" ON "identity"."rights_requests" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "rights_requests_by_child" ON "identity"."rights_requests" USING btree ("child_id","id");--> statement-breakpoint
CREATE INDEX "impact_assessments_by_region" ON "impact_assessments" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "impact_versions_decided" ON "impact_versions" USING btree ("state","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_line_per_child_and_incident" ON "incident_children" USING btree ("incident_id","child_id");--> statement-breakpoint
CREATE INDEX "incident_children_by_child" ON "incident_children" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "incident_measures_by_incident" ON "incident_measures" USING btree ("incident_id","taken_at");--> statement-breakpoint
CREATE INDEX "incident_scopes_by_incident" ON "incident_scopes" USING btree ("incident_id","id");--> statement-breakpoint
CREATE INDEX "incident_scopes_by_code" ON "incident_scopes" USING btree ("code_id") WHERE code_id is not null;--> statement-breakpoint
CREATE INDEX "incidents_by_region" ON "incidents" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "incidents_by_day" ON "incidents" USING btree ("found_at");--> statement-breakpoint
CREATE INDEX "moderation_complaints_by_child" ON "moderation_complaints" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_item_for_each_thing" ON "moderation_items" USING btree ("county_code","kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_items_by_subject" ON "moderation_items" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_items_by_child" ON "moderation_items" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "moderation_queue" ON "moderation_items" USING btree ("region_code","state","received_at");--> statement-breakpoint
CREATE INDEX "moderation_due" ON "moderation_items" USING btree ("due_on") WHERE state in ('waiting', 'second') and told_late_at is null;--> statement-breakpoint
CREATE INDEX "moderation_portraits_by_child" ON "moderation_portraits" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "observer_rounds_by_id" ON "observer_rounds" USING btree ("id");--> statement-breakpoint
CREATE INDEX "observer_rounds_by_region" ON "observer_rounds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "observer_rounds_coming" ON "observer_rounds" USING btree ("starts_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "round_notes_by_id" ON "round_notes" USING btree ("id");--> statement-breakpoint
CREATE INDEX "round_notes_by_round" ON "round_notes" USING btree ("county_code","round_id","id");--> statement-breakpoint
CREATE INDEX "round_notes_by_child" ON "round_notes" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_sign_up_per_child" ON "round_sign_ups" USING btree ("county_code","round_id","child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_turns" ON "round_sign_ups" USING btree ("county_code","round_id","turn");--> statement-breakpoint
CREATE INDEX "round_sign_ups_by_child" ON "round_sign_ups" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "protection_duties_by_user" ON "protection_duties" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "protection_readings_by_report" ON "protection"."readings" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "protection_reports_by_region" ON "protection"."reports" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "protection_reports_open" ON "protection"."reports" USING btree ("opened_at") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "one_certificate_per_run_and_class" ON "retention_certificates" USING btree ("run_id","record_class");--> statement-breakpoint
CREATE INDEX "retention_holds_standing" ON "retention_holds" USING btree ("until") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "retention_holds_by_region" ON "retention_holds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "retention_periods_by_class" ON "retention_periods" USING btree ("record_class","region_code","version" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "one_retention_run_a_day" ON "retention_runs" USING btree ("day") WHERE not is_dry;--> statement-breakpoint
CREATE INDEX "retention_runs_by_kind" ON "retention_runs" USING btree ("is_dry","id");--> statement-breakpoint
CREATE INDEX "share_children_by_child" ON "share_children" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "share_partners_by_region" ON "share_partners" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "shares_by_region" ON "shares" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "shares_to_confirm" ON "shares" USING btree ("expires_on") WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_share_per_source" ON "shares" USING btree ("county_code","source","source_id") WHERE source_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_ballot_per_voter" ON "solicitation_ballots" USING btree ("county_code","solicitation_id","voter_sign");--> statement-breakpoint
CREATE INDEX "solicitation_jurors_by_code" ON "solicitation_jurors" USING btree ("code_sign");--> statement-breakpoint
CREATE UNIQUE INDEX "one_work_per_number" ON "solicitation_works" USING btree ("county_code","solicitation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_work_per_plate" ON "solicitation_works" USING btree ("county_code","plate_sign");--> statement-breakpoint
CREATE INDEX "solicitation_works_by_plate" ON "solicitation_works" USING btree ("plate_sign");--> statement-breakpoint
CREATE INDEX "solicitation_works_by_child" ON "solicitation_works" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "solicitations_by_id" ON "solicitations" USING btree ("id");--> statement-breakpoint
CREATE INDEX "solicitations_by_region" ON "solicitations" USING btree ("region_code","state","closes_on");--> statement-breakpoint
CREATE INDEX "suggestion_files_of_child" ON "suggestion_files" USING btree ("county_code","suggestion_id");--> statement-breakpoint
CREATE INDEX "suggestion_files_of_step" ON "suggestion_files" USING btree ("county_code","step_id");--> statement-breakpoint
CREATE INDEX "suggestion_matters_by_region" ON "suggestion_matters" USING btree ("region_code","state");--> statement-breakpoint
CREATE INDEX "suggestion_matters_open" ON "suggestion_matters" USING btree ("county_code","region_code") WHERE state in ('received', 'seen', 'adopted', 'under-way');--> statement-breakpoint
CREATE INDEX "suggestion_steps_by_matter" ON "suggestion_steps" USING btree ("county_code","matter_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_suggestion_per_plate" ON "suggestions" USING btree ("county_code","plate_sign");--> statement-breakpoint
CREATE INDEX "suggestions_by_plate" ON "suggestions" USING btree ("plate_sign");--> statement-breakpoint
CREATE INDEX "suggestions_by_matter" ON "suggestions" USING btree ("county_code","matter_id");--> statement-breakpoint
CREATE INDEX "suggestions_by_child" ON "suggestions" USING btree ("child_id") WHERE child_id is not null;--> statement-breakpoint
CREATE INDEX "survey_pools_by_region" ON "survey_pools" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "survey_results_by_region" ON "survey_results" USING btree ("region_code","closed_on");--> statement-breakpoint
CREATE INDEX "survey_results_by_round" ON "survey_results" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "survey_results_by_day" ON "survey_results" USING btree ("closed_on");--> statement-breakpoint
CREATE INDEX "survey_campaigns_by_region" ON "survey_campaigns" USING btree ("region_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_survey_code" ON "survey_codes" USING btree ("county_code","code");--> statement-breakpoint
CREATE INDEX "survey_codes_by_code" ON "survey_codes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "survey_codes_by_round" ON "survey_codes" USING btree ("county_code","round_id","id");--> statement-breakpoint
CREATE INDEX "survey_consents_by_round" ON "survey_consents" USING btree ("county_code","round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_double_sheet_of_a_number" ON "survey_double_sheets" USING btree ("county_code","round_id","number");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_region" ON "survey_rounds" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_survey" ON "survey_rounds" USING btree ("survey_id","id");--> statement-breakpoint
CREATE INDEX "survey_rounds_by_campaign" ON "survey_rounds" USING btree ("campaign_id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "survey_rounds_to_close" ON "survey_rounds" USING btree ("closes_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "surveys_by_region" ON "surveys" USING btree ("region_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_plan_per_code_and_region" ON "city_plans" USING btree ("code","region_code");--> statement-breakpoint
CREATE INDEX "city_plans_by_region" ON "city_plans" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "city_targets_by_indicator" ON "city_targets" USING btree ("indicator_id","year");--> statement-breakpoint
CREATE INDEX "indicator_links_by_target" ON "indicator_links" USING btree ("frame","target");--> statement-breakpoint
CREATE INDEX "value_pasts_by_place" ON "indicator_value_pasts" USING btree ("county_code","region_code","indicator_id","period");--> statement-breakpoint
CREATE INDEX "indicator_values_by_period" ON "indicator_values" USING btree ("indicator_id","period","breakdown");--> statement-breakpoint
CREATE UNIQUE INDEX "one_indicator_per_code" ON "indicators" USING btree ("code");--> statement-breakpoint
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
CREATE INDEX "spaces_to_inspect" ON "spaces" USING btree ("inspect_next_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "walks_by_code" ON "walks" USING btree ("code");--> statement-breakpoint
CREATE INDEX "walks_by_region" ON "walks" USING btree ("county_code","region_code","day");--> statement-breakpoint
CREATE POLICY "everybody_reads_survey_pools" ON "survey_pools" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "a_survey_pool_is_written_once" ON "survey_pools" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody_reads_survey_results" ON "survey_results" AS PERMISSIVE FOR SELECT TO public USING (true);--> statement-breakpoint
CREATE POLICY "a_survey_result_is_written_once" ON "survey_results" AS PERMISSIVE FOR INSERT TO public WITH CHECK (true);