/// `bin/cruddur`: what operators do with the data, over the same repositories and directory as the functions, on a laptop and
/// on AWS.
///
/// Each command is a small class that reads its options and says what came of it; what it does lies in classes beside it that
/// know nothing of a command line. Common to all: [Backend] (which table, how fast it may be read), [Output], [Confirmation],
/// [Progress], [Interruption], [ExitCode].
package com.cruddur.messages.cli;
