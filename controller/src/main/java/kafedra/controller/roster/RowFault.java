package kafedra.controller.roster;

/** Why a row of a roster file is not taken in. */
public enum RowFault {
  WRONG_COLUMN_COUNT,
  EMPTY_USERNAME,
  BAD_USERNAME,
  EMPTY_NAME,
  TOO_LONG,
  /** Starts with = + - @ or a tab: a spreadsheet would run it when the list is exported again. */
  FORMULA,
  CONTROL_CHARACTER,
  /** A class whose number is not 1 to 12. */
  BAD_GRADE,
  /** The username stood in an earlier line; that one counts. */
  DUPLICATE,
  /** The username belongs to another school. */
  OTHER_SCHOOL
}
