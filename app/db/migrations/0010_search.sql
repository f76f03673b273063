CREATE TABLE "search_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"audience" text[] NOT NULL,
	"region_code" text collate "C" NOT NULL,
	"day" date,
	"title" text NOT NULL,
	"title_en" text NOT NULL,
	"body" text NOT NULL,
	"body_en" text NOT NULL,
	"link" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "one_entry_per_subject" UNIQUE("kind","subject_id")
);
--> statement-breakpoint
CREATE INDEX "search_entries_by_words" ON "search_entries" USING gin ("words");