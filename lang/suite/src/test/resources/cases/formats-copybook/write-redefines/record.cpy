       01  PAYMENT.
           05  KIND                PIC X.
           05  CARD.
               10  CARD-NUMBER     PIC X(8).
           05  TRANSFER REDEFINES CARD.
               10  BANK            PIC 9(3).
               10  ACCOUNT         PIC 9(5).
           05  AMOUNT              PIC 9(3)V99.
