CREATE TABLE "maintenance" (
	"id" integer PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL
);
