-- Nobody in conflict with an application has a seat on it or a vote about it, whatever asks for it.
CREATE FUNCTION panel_seat_is_free_of_conflict() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  about uuid;
BEGIN
  SELECT application_id INTO about FROM panel_items WHERE id = NEW.item_id;
  PERFORM refuse_conflict(NEW.user_id, about);
  IF EXISTS (SELECT FROM panel_recusals WHERE item_id = NEW.item_id AND user_id = NEW.user_id) THEN
    RAISE EXCEPTION 'a recused panel member may neither sit nor vote' USING ERRCODE = 'CF001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER panel_seat_is_free_of_conflict BEFORE INSERT OR UPDATE ON panel_seats FOR EACH ROW EXECUTE FUNCTION panel_seat_is_free_of_conflict();--> statement-breakpoint

-- A meeting whose minutes are signed stands as it was.
CREATE FUNCTION signed_meeting_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (
    SELECT FROM panel_minutes m
    WHERE m.meeting_id::text IN (old_row ->> TG_ARGV[0], new_row ->> TG_ARGV[0])
       OR m.meeting_id IN (SELECT i.meeting_id FROM panel_items i WHERE i.id::text IN (old_row ->> 'item_id', new_row ->> 'item_id'))
  ) THEN
    RAISE EXCEPTION 'the minutes of this meeting are signed' USING ERRCODE = 'PM001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE UPDATE OR DELETE ON panel_meetings FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('id');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_members FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('meeting_id');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_items FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('meeting_id');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_seats FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('');--> statement-breakpoint
CREATE TRIGGER signed_meeting_stands BEFORE INSERT OR UPDATE OR DELETE ON panel_recusals FOR EACH ROW EXECUTE FUNCTION signed_meeting_stands('');--> statement-breakpoint

-- What was signed, frozen or ranked is added once and never changed.
CREATE FUNCTION judgement_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'PM001';
END $$;--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON panel_minutes FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON decision_explanations FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON rankings FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON ranking_rules FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON second_rounds FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint
CREATE TRIGGER judgement_stands BEFORE DELETE ON reconsiderations FOR EACH ROW EXECUTE FUNCTION judgement_stands();--> statement-breakpoint

-- A reconsideration is concluded once; why it began stays.
CREATE FUNCTION reconsideration_is_concluded_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.concluded_at IS NOT NULL
    OR (to_jsonb(OLD) - '{new_outcome,new_reason,concluded_by,concluded_by_name,concluded_at}'::text[])
       <> (to_jsonb(NEW) - '{new_outcome,new_reason,concluded_by,concluded_by_name,concluded_at}'::text[]) THEN
    RAISE EXCEPTION 'a reconsideration is concluded once, and its beginning stays' USING ERRCODE = 'PM001';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER reconsideration_is_concluded_once BEFORE UPDATE ON reconsiderations FOR EACH ROW EXECUTE FUNCTION reconsideration_is_concluded_once();
