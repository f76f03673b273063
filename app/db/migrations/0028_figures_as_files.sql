CREATE TABLE "city_plan_tables" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner_id" text NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"file_name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reading" jsonb NOT NULL,
	"state" text DEFAULT 'preview' NOT NULL,
	"plan_id" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_files" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner_id" text NOT NULL,
	"file_name" text NOT NULL,
	"hash" text NOT NULL,
	"content" "bytea",
	"locale" text NOT NULL,
	"state" text DEFAULT 'checking' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"refusal" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "figure_files" ADD CONSTRAINT "figure_files_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_plan_tables_by_owner" ON "city_plan_tables" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "figure_files_by_owner" ON "figure_files" USING btree ("owner_id","id");