/* The locale, found by the JDK's own ParseLocale, in the source file of OpenJDK that libjava is
 * built from. */
static int oom;
#include "jni.h"
#include "jni_util.h"
#define JNU_ThrowOutOfMemoryError(e, m) ((void)(e), oom = 1)
#define GetJavaProperties svm_unused_GetJavaProperties
#define GetStringPlatform svm_unused_GetStringPlatform
#define ARCHPROPNAME "amd64"
#include "java_props_md.c"
#include "svm_locale.h"
static svm_locale_props_t loc;
int svm_initialize_locale(void) {
  char *l = NULL, *s = NULL, *c = NULL, *v = NULL, *enc = NULL;
  setlocale(LC_ALL, "");
  if (ParseLocale(NULL, LC_CTYPE, &l, &s, &c, &v, &enc)) {
    loc.format_language = l;
    loc.format_script = s;
    loc.format_country = c;
    loc.format_variant = v;
    l = s = c = v = NULL;
    ParseLocale(NULL, LC_MESSAGES, &l, &s, &c, &v, NULL);
    loc.display_language = l;
    loc.display_script = s;
    loc.display_country = c;
    loc.display_variant = v;
  } else {
    loc.display_language = "en";
  }
  return oom ? SVM_LOCALE_INITIALIZATION_OUT_OF_MEMORY : SVM_LOCALE_INITIALIZATION_SUCCEEDED;
}
svm_locale_props_t *svm_get_locale(void) { return &loc; }
