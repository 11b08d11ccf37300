-- The discount rate stands in what is kept of the portfolio, as the stages do (docs/decisions/0052).
CREATE TRIGGER portfolio_discount_rate AFTER INSERT OR UPDATE ON "Setting"
  FOR EACH ROW WHEN (NEW."key" = 'discountRate') EXECUTE FUNCTION jalon_note_everything();
CREATE TRIGGER portfolio_discount_rate_gone AFTER DELETE ON "Setting"
  FOR EACH ROW WHEN (OLD."key" = 'discountRate') EXECUTE FUNCTION jalon_note_everything();
