       01  CONTINUED.
           05  LONG-NA
      -        ME              PIC X(2) VALUE 'a
      -        'b'.
      * comment
      / page
           05  NEXT-ONE        PIC X.
