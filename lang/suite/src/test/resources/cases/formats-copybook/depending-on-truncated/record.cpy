       01  ORDER-RECORD.
           05  HEADER.
               10  ITEM-COUNT      PIC 9(2).
           05  ITEM OCCURS 1 TO 3 TIMES DEPENDING ON ITEM-COUNT
                    INDEXED BY ITEM-IX.
               10  SKU             PIC X(3).
               10  QTY             PIC 9(2).
           05  CODES OCCURS 2      PIC X.
           05  NOTE                PIC X(4).
