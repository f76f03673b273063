CREATE FUNCTION locked_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'What is locked as evidence is not deleted.' USING ERRCODE = 'restrict_violation';
	END IF;
	IF (NEW.texts, NEW.region_code, NEW.kind, NEW.subject_id, NEW.revision, NEW.is_locked) IS DISTINCT FROM (OLD.texts, OLD.region_code, OLD.kind, OLD.subject_id, OLD.revision, true) THEN
		RAISE EXCEPTION 'What is locked as evidence is not changed.' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER locked_items_stay BEFORE UPDATE OR DELETE ON moderation_items FOR EACH ROW WHEN (OLD.is_locked) EXECUTE FUNCTION locked_stays();
--> statement-breakpoint
CREATE FUNCTION held_files_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'A file that is held by law is not deleted.' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER held_files_stay BEFORE DELETE ON files FOR EACH ROW WHEN (OLD.held_for <> '') EXECUTE FUNCTION held_files_stay();
