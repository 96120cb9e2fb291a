-- Which seats of a lab are taken is asked of memory; nothing read this index, and each seat of each booking had to be
-- entered in it.
DROP INDEX booking_seat_in_lab;
