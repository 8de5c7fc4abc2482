       01  A.
           05  X                   PIC X.
       01  B.
           05  Y                   PIC X(2).
