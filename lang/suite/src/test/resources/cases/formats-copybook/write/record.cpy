000100* Addresses                                                       REMARK
000200 01  MAILING-RECORD.                                              COLS 73+
000300     05  COMPANY-NAME        PIC X(10).
000400     05  CONTACT.
000500         10  LAST-NAME       PIC X(6).
000600         10  FIRST-NAME      PIC A(4).
000700     05  FILLER              PIC XX.
000800     05  ZIP                 PIC 9(5).
000900     05  BALANCE    PIC S9(3)V99 SIGN IS TRAILING SEPARATE
001000                             VALUE ZERO.
001100         88  EMPTY-BALANCE   VALUE ZERO.
