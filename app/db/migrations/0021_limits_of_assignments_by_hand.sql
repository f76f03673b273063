-- What a second round or the minutes of a meeting rest on is added once; so is the end of a second round.
CREATE TRIGGER judgement_stands BEFORE UPDATE OR DELETE ON second_round_closings FOR EACH ROW EXECUTE FUNCTION judgement_stands();
--> statement-breakpoint
CREATE FUNCTION second_round_is_open(application uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  select exists (select from second_rounds where application_id = application)
    and not exists (select from second_round_closings where application_id = application)
$$;
--> statement-breakpoint
-- Nobody is asked to read once more unless a second round stands open; who was asked in time may go on.
CREATE FUNCTION assignment_has_its_round() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ begin
  if new.round = 1 then return new; end if;
  if tg_op = 'UPDATE' and new.round = old.round and new.application_id = old.application_id and (new.state <> 'assigned' or old.state = 'assigned') then return new; end if;
  if new.round <> 2 or not second_round_is_open(new.application_id) then
    raise exception 'no round % is open for application %', new.round, new.application_id using errcode = 'CF006';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER assignments_without_round BEFORE INSERT OR UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION assignment_has_its_round();
--> statement-breakpoint
-- Two who assign the same expert at one moment come one after the other, so that the second sees what the first took.
CREATE FUNCTION assignment_fits_load() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ declare most integer; begin
  if new.state not in ('assigned', 'accepted') or new.set_aside_at is not null then return new; end if;
  if tg_op = 'UPDATE' and old.state in ('assigned', 'accepted') and old.set_aside_at is null and old.expert_id = new.expert_id then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('load of ' || new.expert_id, 0));
  select max_load into most from experts where user_id = new.expert_id;
  if expert_load(new.expert_id) >= most then
    raise exception 'expert % has % in hand already', new.expert_id, most using errcode = 'CF005';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER assignments_without_overload BEFORE INSERT OR UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION assignment_fits_load();
