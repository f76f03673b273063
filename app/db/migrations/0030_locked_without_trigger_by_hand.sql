-- A distributed database takes no triggers on such a table: the evidence is copied into tables that the app can only add to.
DROP TRIGGER locked_items_stay ON moderation_items;
--> statement-breakpoint
DROP FUNCTION locked_stays();
