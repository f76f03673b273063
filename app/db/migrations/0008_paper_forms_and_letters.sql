CREATE TABLE "letter_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"zh" jsonb NOT NULL,
	"en" jsonb NOT NULL,
	"restored_from" integer,
	"saved_by" text NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_letter_template_per_version" UNIQUE("kind","version")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"template_version" integer NOT NULL,
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"content" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letters_number_unique" UNIQUE("number"),
	CONSTRAINT "one_letter_per_kind_and_round" UNIQUE("application_id","kind","round")
);
--> statement-breakpoint
CREATE TABLE "form_imports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"lines" jsonb NOT NULL,
	"imported_by" text NOT NULL,
	"imported_by_name" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_imports" ADD CONSTRAINT "form_imports_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_by_application" ON "letters" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "form_imports_by_application" ON "form_imports" USING btree ("application_id","id");