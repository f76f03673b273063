CREATE SCHEMA "identity";
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
ALTER TABLE "identity"."access_grants" ADD CONSTRAINT "access_grants_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."cards" ADD CONSTRAINT "cards_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."consents" ADD CONSTRAINT "consents_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."guardianships" ADD CONSTRAINT "guardianships_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."rights_requests" ADD CONSTRAINT "rights_requests_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "identity"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_grants_by_child" ON "identity"."access_grants" USING btree ("child_id","id");--> statement-breakpoint
CREATE INDEX "access_grants_by_region" ON "identity"."access_grants" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "children_by_region" ON "identity"."children" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "class_codes_by_region" ON "class_codes" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "consents_by_child" ON "identity"."consents" USING btree ("child_id","purpose","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "guardian_slips_by_region" ON "identity"."guardian_slips" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "guardianships_by_user" ON "identity"."guardianships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "openings_by_child" ON "identity"."openings" USING btree ("child_id","id");--> statement-breakpoint
CREATE INDEX "openings_by_region" ON "identity"."openings" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "rights_requests_by_region" ON "identity"."rights_requests" USING btree ("region_code","id");--> statement-breakpoint
CREATE INDEX "rights_requests_by_child" ON "identity"."rights_requests" USING btree ("child_id","id");